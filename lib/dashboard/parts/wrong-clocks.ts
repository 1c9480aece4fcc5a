import { CHANNEL_NAMES } from '../../messaging/channel.ts';
import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { fill } from '../words/index.ts';

/** The accounts whose deliveries do not fit the clock, on top of every view. */
export function wrongClocks({ t, f, view }: Context): Html {
	if (view.wrongClocks.length === 0) return '';
	const lines = view.wrongClocks.map(({ channel, account, offMs }) =>
		fill(offMs < 0 ? t.clocks.behind : t.clocks.ahead, {
			...{ platform: CHANNEL_NAMES[channel], account },
			span: f.span(Math.abs(offMs) / 60_000),
		}),
	);
	return html`<section class="alarm" aria-labelledby="clock-title">
		<h2 id="clock-title">${t.clocks.title}</h2>
		<ul>
			${lines.map((line) => html`<li>${line}</li>`)}
		</ul>
		<p>${t.clocks.what}</p>
	</section>`;
}
