import type { HoldOutComparison, Lift, Statistics } from '../../statistics/types.ts';
import { barList } from '../charts/bars.ts';
import { chartFigure } from '../charts/frame.ts';
import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { fill } from '../words/index.ts';

/** What the follow-ups brought, against those who got none: one comparison per chatbot. */
export function controlGroupPart(context: Context, { holdOut }: Statistics): Html {
	const { t } = context;
	const comparable = holdOut.filter(({ state }) => state !== 'no_hold_out');
	if (comparable.length === 0)
		return html`<section class="chart">
			<h2>${t.statistics.holdOut}</h2>
			<p class="quiet">${t.statistics.noHoldOut}</p>
		</section>`;
	return html`${comparable.map((one) => comparison(context, one, comparable.length > 1))}`;
}

function comparison(context: Context, one: HoldOutComparison, isNamed: boolean): Html {
	const { t: words, f, view } = context;
	const t = words.statistics;
	const arms = [
		{ name: t.withFollowUp, arm: one.sent, style: '' },
		{ name: t.without, arm: one.heldOut, style: 'muted' },
	];
	const rate = ({ reply: { rate: known, count, of } }: HoldOutComparison['sent']) =>
		known === undefined ? '–' : `${f.percent(known)} (${f.number(count)}/${f.number(of)})`;
	const highest = Math.max(...arms.map(({ arm }) => arm.reply.interval?.high ?? 0));
	const title = isNamed ? `${t.holdOut}: ${one.chatbot}` : t.holdOut;
	return chartFigure(title, t.asTable, {
		drawing: html`<p class="verdict ${one.state}">${one.sentence[view.lang]}</p>
			${barList(
				arms.map(({ name, arm, style }) => ({
					...{ name: `${t.replyRate}: ${name}`, value: arm.reply.rate ?? 0, says: rate(arm), style },
					...(arm.reply.interval ? { interval: arm.reply.interval } : {}),
				})),
				highest,
			)}
			${one.replyLift ? html`<p class="quiet">${difference(context, one.replyLift)}</p>` : ''}`,
		table: {
			heads: [t.group, t.conversations, t.replyRate, t.converted],
			rows: arms.map(({ name, arm }) => [
				...[name, f.number(arm.conversations), rate(arm)],
				`${f.number(arm.conversion.count)}/${f.number(arm.conversion.of)}`,
			]),
		},
	});
}

function difference({ t, f }: Context, { difference: by, interval: { low, high } }: Lift): string {
	return fill(t.statistics.difference, {
		difference: f.points(by),
		low: f.points(low),
		high: f.points(high),
	});
}
