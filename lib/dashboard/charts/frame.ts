import { html, type Html } from '../html.ts';

/** Charts are drawn in these units and stretch to the room they get. */
export const WIDTH = 480;
export const HEIGHT = 240;
export const MARGIN = { top: 12, right: 12, bottom: 28, left: 44 };

export interface ChartTable {
	heads: string[];
	rows: string[][];
}

/** A chart with its caption and the same figures as a table, for those who do not see it or want them exact. */
export function chartFigure(
	title: string,
	asTable: string,
	chart: { drawing: Html; legend?: Html; table: ChartTable },
): Html {
	const { heads, rows } = chart.table;
	return html`<figure class="chart">
		<figcaption><h2>${title}</h2></figcaption>
		${chart.legend ?? ''} ${chart.drawing}
		<details>
			<summary>${asTable}<span class="sr"> – ${title}</span></summary>
			<div class="scroll" tabindex="0" role="region" aria-label="${title}">
				<table>
					<thead>
						<tr>
							${heads.map((head) => html`<th scope="col">${head}</th>`)}
						</tr>
					</thead>
					<tbody>
						${rows.map(
							([first, ...others]) =>
								html`<tr>
									<th scope="row">${first}</th>
									${others.map((cell) => html`<td>${cell}</td>`)}
								</tr>`,
						)}
					</tbody>
				</table>
			</div>
		</details>
	</figure>`;
}

/** The frame of a drawing; the table beside it tells its figures, so it is one picture with a name. */
export function drawing(label: string, content: Html, height = HEIGHT): Html {
	return html`<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${label}">${content}</svg>`;
}

/** Horizontal lines with their values. */
export function yAxis(ticks: { y: number; says: string }[]): Html {
	return html`<g class="axis">
		${ticks.map(
			({ y, says }) =>
				html`<line x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y}" y2="${y}" /><text
						x="${MARGIN.left - 8}"
						y="${y + 4}"
						text-anchor="end"
					>
						${says}
					</text>`,
		)}
	</g>`;
}

/** Names below the drawing. */
export function xAxis(ticks: { x: number; says: string }[]): Html {
	return html`<g class="axis">
		${ticks.map(({ x, says }) => html`<text x="${x}" y="${HEIGHT - 8}" text-anchor="middle">${says}</text>`)}
	</g>`;
}
