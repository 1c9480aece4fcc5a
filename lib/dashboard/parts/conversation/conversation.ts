import type { Context } from '../../context.ts';
import { html, type Html } from '../../html.ts';
import { viewHref } from '../../query.ts';
import type { ConversationDetail } from '../../view.ts';
import { fill } from '../../words/index.ts';
import { statePart } from '../conversations.ts';
import { logList } from '../log.ts';
import { personPart } from '../person.ts';
import { scheduledList } from '../scheduled.ts';
import { customerActs } from './acts.ts';
import { messagesPart } from './messages.ts';
import { whatNowPart } from './what-now.ts';

/** One conversation: who it is, what can be done, what was said, what is planned and why. */
export function conversationPart(context: Context, detail: ConversationDetail | undefined): Html {
	const { t, view } = context;
	const back = html`<p>
		<a href="${viewHref(view.query, { view: 'conversations' })}">‹ ${t.talk.back}</a>
	</p>`;
	if (!detail)
		return html`${back}
			<p class="empty">${t.talk.missing}</p>`;
	const { row, account, scheduledRows, logRows } = detail;
	return html`${back}
		<article class="card person">
			<h2>${personPart(context, row.who)}</h2>
			<p class="quiet">${fill(t.talk.account, { account })}</p>
			${statePart(context, row)}
			<section aria-label="${t.talk.actions}">${customerActs(context, detail)}</section>
		</article>
		<div class="pane">
			<section aria-labelledby="messages-title">
				<h2 id="messages-title">${t.talk.messages}</h2>
				${messagesPart(context, detail)}
			</section>
			<div class="beside">
				<section aria-labelledby="planned-title">
					<h2 id="planned-title">${t.talk.planned}</h2>
					${scheduledRows.length === 0
						? html`<p class="empty">${t.talk.nonePlanned}</p>`
						: scheduledList(context, scheduledRows)}
				</section>
				<section aria-labelledby="check-title" id="now">
					<h2 id="check-title">${t.talk.check}</h2>
					${whatNowPart(context, detail)}
				</section>
				<section aria-labelledby="last-title">
					<div class="section-head">
						<h2 id="last-title">${t.talk.last}</h2>
						<a href="${viewHref(view.query, { view: 'log', conversation: row.who.conversation })}"
							>${t.talk.wholeLog} ›</a
						>
					</div>
					${logList(context, logRows)}
				</section>
			</div>
		</div>`;
}
