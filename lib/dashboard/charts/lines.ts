import { scaleLinear, scalePoint } from 'd3-scale';
import { curveMonotoneX, line } from 'd3-shape';
import { html, type Html } from '../html.ts';
import { drawing, HEIGHT, MARGIN, WIDTH, xAxis, yAxis } from './frame.ts';

export interface LineSeries {
	/** Class of the line; styles give it colour and dashes. */
	style: string;
	name: string;
	values: number[];
}

const LABELS = 5;

/** Several lines over the same names, e.g. days. */
export function lineChart(
	label: string,
	names: string[],
	series: LineSeries[],
	format: (value: number) => string,
): Html {
	const top = Math.max(1, ...series.flatMap(({ values }) => values));
	const y = scaleLinear([0, top], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(4);
	const x = scalePoint(
		names.map((_name, place) => place),
		[MARGIN.left + 8, WIDTH - MARGIN.right - 8],
	);
	const every = Math.ceil(names.length / LABELS);
	const path = line<number>(
		(_value, place) => x(place) ?? 0,
		(value) => y(value),
	).curve(curveMonotoneX);
	return drawing(
		label,
		html`${yAxis(
			y
				.ticks(4)
				.filter(Number.isInteger)
				.map((tick) => ({ y: y(tick), says: format(tick) })),
		)}
		${xAxis(
			names.map((says, place) => ({ x: x(place) ?? 0, says })).filter((_tick, place) => place % every === 0),
		)}
		${series.map(
			({ style, name, values }) =>
				html`<path class="line ${style}" d="${path(values) ?? ''}"><title>${name}</title></path>
					${values.length === 1
						? html`<circle class="point ${style}" cx="${x(0) ?? 0}" cy="${y(values[0] ?? 0)}" r="4" />`
						: ''}`,
		)}`,
	);
}

/** Which line is which; the dashes tell it as well as the colours. */
export function lineLegend(series: LineSeries[], total: (values: number[]) => string): Html {
	return html`<ul class="legend">
		${series.map(
			({ style, name, values }) =>
				html`<li>
					<svg viewBox="0 0 28 8" aria-hidden="true"><path class="line ${style}" d="M1 4H27" /></svg>
					${name} <strong>${total(values)}</strong>
				</li>`,
		)}
	</ul>`;
}
