import { scaleBand, scaleLinear } from 'd3-scale';
import { html, type Html } from '../html.ts';
import { drawing, HEIGHT, MARGIN, WIDTH, xAxis, yAxis } from './frame.ts';

export interface Column {
	name: string;
	/** Undefined: there is nothing to take a value of. */
	value: number | undefined;
	/** Told when the pointer rests on it. */
	says: string;
}

/** Upright columns, e.g. one per hour. `labelEvery`: only each such name has room. */
export function columnChart(
	label: string,
	columns: Column[],
	{ format, top, labelEvery = 1 }: { format: (value: number) => string; top?: number; labelEvery?: number },
): Html {
	const highest = Math.max(...columns.map(({ value }) => value ?? 0));
	const y = scaleLinear([0, Math.max(highest, top ?? 0) || 1], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(4);
	const x = scaleBand(
		columns.map((_column, place) => place),
		[MARGIN.left, WIDTH - MARGIN.right],
	).padding(0.25);
	const middle = (place: number) => (x(place) ?? 0) + x.bandwidth() / 2;
	return drawing(
		label,
		html`${yAxis(y.ticks(4).map((tick) => ({ y: y(tick), says: format(tick) })))}
		${xAxis(
			columns
				.map(({ name }, place) => ({ x: middle(place), says: name }))
				.filter((_tick, place) => place % labelEvery === 0),
		)}
		${columns.map(({ value, says }, place) =>
			value === undefined
				? ''
				: html`<rect
						class="column"
						x="${x(place) ?? 0}"
						width="${x.bandwidth()}"
						y="${y(value)}"
						height="${y(0) - y(value)}"
						rx="3"
						><title>${says}</title></rect
					>`,
		)}`,
	);
}
