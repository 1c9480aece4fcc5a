import type { FollowUpCounts, Rate, Statistics } from '../../statistics/types.ts';
import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { fill } from '../words/index.ts';
import { dayChart, endedChart, followUpChart, hourChart, replyTimeChart } from './statistics-charts.ts';
import { costPart } from './statistics-cost.ts';
import { controlGroupPart } from './statistics-control-group.ts';

/** What the follow-ups brought, in figures and charts. */
export function statisticsPart(context: Context, statistics: Statistics, from: Date, to: Date): Html {
	const { t, f } = context;
	const { total, settings } = statistics;
	const span = fill(t.statistics.range, {
		from: f.moment(from.toISOString()),
		to: f.moment(to.toISOString()),
	});
	return html`<p class="quiet">${span}</p>
		<ul class="tiles">
			${tiles(context, total).map(
				({ name, value, note }) =>
					html`<li>
						<span class="tile-name">${name}</span>
						<strong class="tile-value">${value}</strong>
						<span class="quiet">${note}</span>
					</li>`,
			)}
		</ul>
		<div class="charts">
			${total.sent > 0 ? dayChart(context, statistics) : html`<p class="empty">${t.statistics.empty}</p>`}
			${total.sent > 0
				? html`${followUpChart(context, statistics)} ${hourChart(context, statistics)}
					${replyTimeChart(context, statistics)}`
				: ''}
			${controlGroupPart(context, statistics)} ${total.ended > 0 ? endedChart(context, statistics) : ''}
			${costPart(context, statistics)}
		</div>
		<p class="quiet">
			${fill(t.statistics.definitions, { hours: settings.replyHours, days: settings.conversionDays })}
		</p>`;
}

interface Tile {
	name: string;
	value: string;
	note: string;
}

function tiles(
	{ t: { statistics: t }, f }: Context,
	total: FollowUpCounts & { replyRate: Rate; conversionRate: Rate },
): Tile[] {
	const share = (count: number) => (total.sent > 0 ? f.percent(count / total.sent) : '');
	const interval = ({ interval: known }: Rate) =>
		known ? fill(t.interval, { low: f.percent(known.low), high: f.percent(known.high) }) : '';
	const rate = ({ rate: known }: Rate) => (known === undefined ? '–' : f.percent(known));
	const count = (name: string, value: number, note: string): Tile => ({ name, value: f.number(value), note });
	return [
		count(t.sent, total.sent, ''),
		count(t.delivered, total.delivered, share(total.delivered)),
		count(t.read, total.read, share(total.read)),
		count(
			t.replied,
			total.replied,
			total.awaiting > 0 ? fill(t.awaiting, { count: f.number(total.awaiting) }) : '',
		),
		{ name: t.replyRate, value: rate(total.replyRate), note: interval(total.replyRate) },
		count(t.converted, total.converted, share(total.converted)),
		count(t.failed, total.failed, ''),
		count(t.ended, total.ended, ''),
	];
}
