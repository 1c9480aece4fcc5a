import { scaleLinear } from 'd3-scale';
import { html, type Html } from '../html.ts';

export interface Bar {
	name: string;
	value: number;
	/** The value in words. */
	says: string;
	/** Lines at its ends: how sure it is. */
	interval?: { low: number; high: number };
	/** Class that gives it a colour. */
	style?: string;
}

/** Bars that lie, with their names above: there is room for names of any length, on a phone too. */
export function barList(bars: Bar[], top = Math.max(...bars.map(({ value }) => value))): Html {
	const width = scaleLinear([0, top || 1], [0, 100]).clamp(true);
	const percent = (value: number) => `${width(value).toFixed(2)}%`;
	return html`<ul class="bars">
		${bars.map(
			({ name, value, says, interval, style }) =>
				html`<li>
					<span class="bar-name">${name}</span><span class="bar-value">${says}</span>
					<svg class="bar ${style ?? ''}" aria-hidden="true" height="14">
						<rect class="bar-back" width="100%" height="14" rx="4" />
						<rect class="bar-front" width="${percent(value)}" height="14" rx="4" />
						${interval
							? html`<line
										class="whisker"
										x1="${percent(interval.low)}"
										x2="${percent(interval.high)}"
										y1="7"
										y2="7"
									/>
									<line
										class="whisker"
										x1="${percent(interval.low)}"
										x2="${percent(interval.low)}"
										y1="3"
										y2="11"
									/>
									<line
										class="whisker"
										x1="${percent(interval.high)}"
										x2="${percent(interval.high)}"
										y1="3"
										y2="11"
									/>`
							: ''}
					</svg>
				</li>`,
		)}
	</ul>`;
}
