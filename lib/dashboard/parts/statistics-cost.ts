import type { CurrencyCost, Statistics } from '../../statistics/types.ts';
import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { fill } from '../words/index.ts';

/** What messages and decisions cost; what is unknown is said apart and never counted as nothing. */
export function costPart(context: Context, { total: { costs, model } }: Statistics): Html {
	const { t, f } = context;
	const known = costs.filter(({ messages, unknown }) => messages > unknown);
	const unknown = costs.reduce((sum, cost) => sum + cost.unknown, 0);
	return html`<section class="chart">
		<h2>${t.statistics.cost}</h2>
		${known.length === 0 && unknown === 0 ? html`<p class="quiet">${t.statistics.noCost}</p>` : ''}
		${known.map((cost) => html`<p>${costLine(context, cost)}</p>`)}
		${unknown > 0
			? html`<p class="warn">${fill(t.statistics.costUnknown, { count: f.number(unknown) })}</p>`
			: ''}
		${model.calls > 0
			? html`<p class="quiet">
					${fill(t.statistics.tokens, {
						calls: f.number(model.calls),
						input: f.number(model.inputTokens),
						output: f.number(model.outputTokens),
					})}
				</p>`
			: ''}
	</section>`;
}

function costLine({ t, f }: Context, cost: CurrencyCost): string {
	return fill(t.statistics.costLine, {
		amount: f.money(cost.amount, cost.currency),
		messages: f.number(cost.messages - cost.unknown),
		billed: f.number(cost.billed),
	});
}
