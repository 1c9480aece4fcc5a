import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import type { UncollectedChatbot } from '../view.ts';
import { alarm } from './alarm.ts';
import { fill } from '../words/index.ts';

/** The chatbots for which something is due that nobody collects, on top of every view. */
export function uncollectedPart(context: Context): Html {
	const { uncollected } = context.view;
	if (uncollected.length === 0) return '';
	return alarm(
		context.t.health.uncollected,
		html`<ul>
			${uncollected.map((one) => html`<li>${line(context, one)}</li>`)}
		</ul>`,
	);
}

function line({ t, f }: Context, { name, count, since, isLooking }: UncollectedChatbot): string {
	const values = { name, count: f.number(count), since: f.moment(since) };
	return fill(isLooking ? t.health.late : t.health.nobody, values);
}
