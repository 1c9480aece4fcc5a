import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { alarm } from './alarm.ts';
import { personPart } from './person.ts';
import { fill } from '../words/index.ts';

/** The customers who wait for a person, on top of every view. */
export function waitingCustomers(context: Context): Html {
	const { t, f, view } = context;
	if (view.waiting.length === 0) return '';
	return alarm(
		fill(t.waiting.title, { count: f.number(view.waiting.length) }),
		html`<ul>
			${view.waiting.map(
				(one) =>
					html`<li>${personPart(context, one)} ${fill(t.waiting.since, { since: f.moment(one.since) })}</li>`,
			)}
		</ul>`,
	);
}
