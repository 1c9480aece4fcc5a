import type { FollowUpCounts, ReplyBucket, Statistics } from '../../statistics/types.ts';
import { barList } from '../charts/bars.ts';
import { columnChart } from '../charts/columns.ts';
import { chartFigure } from '../charts/frame.ts';
import { lineChart, lineLegend, type LineSeries } from '../charts/lines.ts';
import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { fill } from '../words/index.ts';
import { colourClass } from './colour.ts';

const STEPS = ['sent', 'delivered', 'read', 'replied'] as const satisfies readonly (keyof FollowUpCounts)[];
const NOON = 12;

export function dayChart({ t: { statistics: t }, f }: Context, { byDay }: Statistics): Html {
	const names = byDay.map(({ day }) => f.day(day));
	const series = STEPS.map(
		(step): LineSeries => ({ style: `l-${step}`, name: t[step], values: byDay.map((day) => day[step]) }),
	);
	const sum = (values: number[]) => f.number(values.reduce((total, value) => total + value, 0));
	return chartFigure(t.perDay, t.asTable, {
		legend: lineLegend(series, sum),
		drawing: lineChart(t.perDay, names, series, f.number),
		table: {
			heads: [t.day, ...STEPS.map((step) => t[step])],
			rows: byDay.map((day, place) => [names[place] ?? '', ...STEPS.map((step) => f.number(day[step]))]),
		},
	});
}

export function followUpChart({ t: { statistics: t }, f }: Context, { byFollowUp }: Statistics): Html {
	const most = Math.max(1, ...byFollowUp.map(({ sent }) => sent));
	return chartFigure(t.perFollowUp, t.asTable, {
		drawing: html`<div class="groups">
			${byFollowUp.map(
				(one) =>
					html`<div class="group ${colourClass(one.colour)}">
						<h3>${one.name}</h3>
						${barList(
							STEPS.map((step) => ({ name: t[step], value: one[step], says: f.number(one[step]) })),
							most,
						)}
					</div>`,
			)}
		</div>`,
		table: {
			heads: [t.followUp, ...STEPS.map((step) => t[step]), t.replyRate, t.converted],
			rows: byFollowUp.map((one) => [
				one.name,
				...STEPS.map((step) => f.number(one[step])),
				one.replyRate.rate === undefined ? '–' : f.percent(one.replyRate.rate),
				f.number(one.converted),
			]),
		},
	});
}

export function hourChart({ t: { statistics: t }, f }: Context, { byHour }: Statistics): Html {
	const says = ({ count, of, rate }: Statistics['byHour'][number]) =>
		rate === undefined ? '–' : `${f.percent(rate)} (${f.number(count)}/${f.number(of)})`;
	const name = (hour: number) => `${String(hour).padStart(2, '0')}:00`;
	return chartFigure(t.byHour, t.asTable, {
		drawing: columnChart(
			t.byHour,
			byHour.map((one) => ({
				name: name(one.hour),
				value: one.rate,
				says: `${name(one.hour)} ${says(one)}`,
			})),
			{ format: f.percent, top: 0.1, labelEvery: NOON / 4 },
		),
		table: { heads: [t.hour, t.rate], rows: byHour.map((one) => [name(one.hour), says(one)]) },
	});
}

export function replyTimeChart({ t: { statistics: t }, f }: Context, { total }: Statistics): Html {
	const { timeToReply } = total;
	const { buckets, medianMinutes, p75Minutes } = timeToReply;
	const name = ({ fromMinutes, toMinutes }: ReplyBucket) =>
		fromMinutes === 0
			? fill(t.upTo, { time: f.span(toMinutes) })
			: `${f.span(fromMinutes)} – ${f.span(toMinutes)}`;
	const summary =
		medianMinutes === undefined || p75Minutes === undefined
			? t.noReplies
			: fill(t.timeSummary, { median: f.span(medianMinutes), p75: f.span(p75Minutes) });
	const bars = buckets.map((bucket) => ({
		...{ name: name(bucket), value: bucket.count, says: f.number(bucket.count) },
	}));
	return chartFigure(t.timeToReply, t.asTable, {
		drawing: html`<p>${summary}</p>
			${barList(bars)}`,
		table: { heads: [t.timeToReply, t.count], rows: bars.map((bar) => [bar.name, bar.says]) },
	});
}

export function endedChart({ t: { statistics: t, reasons }, f }: Context, { total }: Statistics): Html {
	const bars = total.endedBy.map(({ code, count }) => ({
		...{ name: reasons[code] ?? code, value: count, says: f.number(count), style: 'muted' },
	}));
	return chartFigure(t.endedBy, t.asTable, {
		drawing: barList(bars),
		table: { heads: [t.reason, t.count], rows: bars.map((bar) => [bar.name, bar.says]) },
	});
}
