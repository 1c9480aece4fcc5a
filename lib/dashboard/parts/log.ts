import { isDeadLetter } from '../../follow-up/dead-letters.ts';
import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { viewHref } from '../query.ts';
import type { FollowUpRow, Page } from '../view.ts';
import { fill } from '../words/index.ts';
import { actionForm } from './action-form.ts';
import { colourClass, colourDot } from './colour.ts';
import { emptyWords, pager } from './pager.ts';
import { personPart } from './person.ts';
import { reasonWords } from './reason.ts';

const GOOD = ['accepted', 'sent', 'delivered', 'read', 'replied'];
const BAD = ['failed', 'unknown'];

/** The log: what went when to whom, what became of it, and why. */
export function logPart(context: Context, rows: Page<FollowUpRow>): Html {
	return html`${logList(context, rows.items)} ${rows.total > 0 ? pager(context, rows) : ''}`;
}

export function logList(context: Context, rows: FollowUpRow[]): Html {
	if (rows.length === 0) return html`<p class="empty">${emptyWords(context, context.t.rows.noLog)}</p>`;
	return html`<ul class="rows">
		${rows.map((row) => html`<li class="row log ${colourClass(row.colour)}">${logRow(context, row)}</li>`)}
	</ul>`;
}

function logRow(context: Context, row: FollowUpRow): Html {
	const { t, f, view } = context;
	const tone = GOOD.includes(row.state) ? 'good' : BAD.includes(row.state) ? 'bad' : '';
	const values = { followUp: row.name, name: row.who.name };
	const all = viewHref(view.query, { view: 'log', conversation: row.who.conversation });
	return html`${personPart(context, row.who)}
		<div class="what">
			<strong>${row.name}</strong>
			<span>${colourDot(row.colour, t)}</span>
		</div>
		<div class="when">
			<span class="state ${tone}">${t.states[row.state]}</span>
			<time datetime="${row.at}" class="quiet">${f.moment(row.at)}</time>
		</div>
		<div class="why">
			${row.reason.code === 'status_update' ? '' : html`<p>${reasonWords(row.reason, context)}</p>`}
			${row.aiReason && row.aiReason !== row.reason.sentence
				? html`<p class="quiet">${fill(t.rows.ai, { reason: row.aiReason })}</p>`
				: ''}
			${row.template ? html`<p class="quiet">${fill(t.rows.template, { name: row.template })}</p>` : ''}
			${row.text ? html`<blockquote>${row.text}</blockquote>` : ''}
		</div>
		<div class="acts">
			${isDeadLetter({ state: row.state, code: row.reason.code })
				? actionForm(context, {
						...{ action: 'sendNow', target: [row.id], label: t.actions.sendAgain },
						...{
							says: fill(t.actions.sendAgainFor, values),
							confirm: fill(t.actions.confirmSendNow, values),
						},
					})
				: ''}
			<a class="button plain" href="${all}" aria-label="${fill(t.rows.logOf, { name: row.who.name })}"
				>${t.rows.log}</a
			>
		</div>`;
}
