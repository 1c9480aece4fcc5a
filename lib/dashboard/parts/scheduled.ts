import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import type { FollowUpRow, Page } from '../view.ts';
import { fill } from '../words/index.ts';
import { actionForm, openForm } from './action-form.ts';
import { colourClass, colourDot } from './colour.ts';
import { emptyWords, pager } from './pager.ts';
import { personPart } from './person.ts';
import { reasonWords } from './reason.ts';

/** What is scheduled: who, when, and why then. */
export function scheduledPart(context: Context, rows: Page<FollowUpRow>): Html {
	return html`${scheduledList(context, rows.items)} ${rows.total > 0 ? pager(context, rows) : ''}`;
}

export function scheduledList(context: Context, rows: FollowUpRow[]): Html {
	if (rows.length === 0) return html`<p class="empty">${emptyWords(context, context.t.rows.noScheduled)}</p>`;
	return html`<ul class="rows">
		${rows.map((row) => html`<li class="row ${colourClass(row.colour)}">${scheduledRow(context, row)}</li>`)}
	</ul>`;
}

function scheduledRow(context: Context, row: FollowUpRow): Html {
	const { t, f, view } = context;
	const isOverdue = Date.parse(row.dueAt) < view.now.getTime() && row.state === 'scheduled';
	const values = { followUp: row.name, name: row.who.name };
	return html`${personPart(context, row.who)}
		<div class="what">
			<strong>${row.name}</strong>
			<span>${colourDot(row.colour, t)}</span>
		</div>
		<div class="when ${isOverdue ? 'warn' : ''}">
			<time datetime="${row.dueAt}"
				>${fill(isOverdue ? t.rows.overdue : t.rows.due, { when: f.relative(row.dueAt) })}</time
			>
			<span class="quiet">${f.moment(row.dueAt)}</span>
			${row.state === 'scheduled' ? '' : html`<span class="state">${t.states[row.state]}</span>`}
		</div>
		<p class="why-line"><span class="quiet">${t.rows.why}:</span> ${timingWords(context, row)}</p>
		<div class="acts">
			${actionForm(context, {
				...{ action: 'sendNow', target: [row.id], label: t.actions.sendNow },
				...{ says: fill(t.actions.sendNowFor, values), confirm: fill(t.actions.confirmSendNow, values) },
			})}
			${actionForm(context, {
				...{ action: 'cancel', target: [row.id], label: t.actions.cancel, kind: 'danger' },
				...{ says: fill(t.actions.cancelFor, values), confirm: fill(t.actions.confirmCancel, values) },
			})}
			${view.query.view === 'conversation' && row.state === 'scheduled' ? moveForm(context, row) : ''}
		</div>`;
}

/** Moves it to another time. The zone goes along: what is typed is meant in the one that the page tells times in. */
function moveForm(context: Context, row: FollowUpRow): Html {
	const { t, f, view } = context;
	return openForm(context, {
		...{ action: 'move', target: [row.id, view.timeZone], title: t.talk.move, label: t.talk.moveDo },
		says: fill(t.talk.moveOf, { followUp: row.name }),
		fields: html`<label
			>${fill(t.talk.moveAt, { zone: view.timeZone })}
			<input
				type="datetime-local"
				name="at"
				required
				min="${f.local(view.now.toISOString())}"
				value="${f.local(row.dueAt)}"
		/></label>`,
	});
}

function timingWords(context: Context, row: FollowUpRow): string {
	const { t, f } = context;
	if (row.timing.length === 0) return t.rows.asDefined;
	const reasons = row.timing.map((one) => reasonWords(one, context)).join('; ');
	const isMoved = row.requestedAt !== row.dueAt;
	return isMoved ? `${reasons}. ${fill(t.rows.asked, { when: f.moment(row.requestedAt) })}` : reasons;
}
