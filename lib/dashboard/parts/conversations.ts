import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { viewHref } from '../query.ts';
import type { ConversationRow, Page } from '../view.ts';
import { fill } from '../words/index.ts';
import { actionForm } from './action-form.ts';
import { optOutPart } from './opt-out.ts';
import { emptyWords, pager } from './pager.ts';
import { personPart } from './person.ts';

/** The conversations, each with its messaging window running down. */
export function conversationsPart(context: Context, rows: Page<ConversationRow>): Html {
	if (rows.items.length === 0)
		return html`<p class="empty">${emptyWords(context, context.t.rows.noConversations)}</p>`;
	return html`<ul class="rows">
			${rows.items.map((row) => html`<li class="row talk">${conversationRow(context, row)}</li>`)}
		</ul>
		${pager(context, rows)}`;
}

function conversationRow(context: Context, row: ConversationRow): Html {
	const { t, view } = context;
	const { name, conversation } = row.who;
	const log = viewHref(view.query, { view: 'log', conversation });
	return html`${personPart(context, row.who)} ${statePart(context, row)}
		<div class="acts">
			${row.pausedSince
				? actionForm(context, {
						...{ action: 'resume', target: [conversation], label: t.actions.resume },
						says: fill(t.actions.resumeFor, { name }),
					})
				: actionForm(context, {
						...{ action: 'pause', target: [conversation], label: t.actions.pause },
						says: fill(t.actions.pauseFor, { name }),
					})}
			<a class="button plain" href="${log}" aria-label="${fill(t.rows.logOf, { name })}">${t.rows.log}</a>
		</div>`;
}

/** How a conversation stands: its window, and what is noted of the customer. */
export function statePart(context: Context, row: ConversationRow): Html {
	const { t, f, view } = context;
	const scheduled = viewHref(view.query, { view: 'scheduled', conversation: row.who.conversation });
	return html`<div class="window">${windowPart(context, row)}</div>
		<div class="why">
			${row.lastInboundAt
				? html`<p class="quiet">
						${fill(t.conversations.lastWrote, { when: f.relative(row.lastInboundAt) })}
					</p>`
				: ''}
			${optOutPart(context, row)}
			<p class="badges">
				${badges(context, row).map((badge) => html`<span class="state">${badge}</span> `)}
				<a href="${scheduled}">${fill(t.conversations.scheduled, { count: f.number(row.scheduled) })}</a>
			</p>
		</div>`;
}

function windowPart({ t, f, view }: Context, { windowClosesAt }: ConversationRow): Html {
	if (!windowClosesAt) return html`<span class="state">${t.conversations.never}</span>`;
	if (Date.parse(windowClosesAt) <= view.now.getTime())
		return html`<span class="state">${t.conversations.closed}</span>
			<time class="quiet" datetime="${windowClosesAt}">${f.moment(windowClosesAt)}</time>`;
	// Without a script the words stand; with one they run down.
	return html`<span class="state good">${t.conversations.open}</span>
		<span class="quiet"
			>${t.conversations.closesIn}
			<time class="countdown" role="timer" datetime="${windowClosesAt}"
				>${f.relative(windowClosesAt)}</time
			></span
		>`;
}

function badges({ t, f }: Context, row: ConversationRow): string[] {
	return [
		row.pausedUntil
			? fill(t.conversations.pausedUntil, { until: f.moment(row.pausedUntil) })
			: row.pausedSince && t.conversations.paused,
		row.optedOutAt && t.conversations.optedOut,
		row.marketingOptedOutAt && t.conversations.marketingOptedOut,
		row.convertedAt && t.conversations.converted,
	].filter((badge): badge is string => Boolean(badge));
}
