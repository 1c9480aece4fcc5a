import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { viewHref } from '../query.ts';
import { alarm } from './alarm.ts';
import { fill } from '../words/index.ts';

/** How many follow-ups could not be brought to an end lately, on top of every view. */
export function deadLetters({ t, f, view }: Context): Html {
	const { deadLetters: count, query } = view;
	if (count === 0) return '';
	const all = viewHref({ ...query, chatbot: undefined }, { view: 'log', deadLetters: 'only' });
	return alarm(
		fill(t.deadLetters.title, { count: f.number(count) }),
		html`<p>${t.deadLetters.what} <a href="${all}">${t.deadLetters.show}</a></p>`,
	);
}
