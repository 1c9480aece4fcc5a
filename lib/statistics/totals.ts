import type { CurrencyCost, ModelTotals } from './types.ts';

/** Adds up costs currency by currency; amounts of two currencies are never added. */
export function sumOfCosts(costs: readonly CurrencyCost[]): CurrencyCost[] {
	const byCurrency = new Map<string, CurrencyCost>();
	for (const cost of costs) {
		const before = byCurrency.get(cost.currency);
		byCurrency.set(cost.currency, before ? added(before, cost) : withoutOwner(cost));
	}
	return [...byCurrency.values()].sort((a, b) => a.currency.localeCompare(b.currency));
}

function added(a: CurrencyCost, b: CurrencyCost): CurrencyCost {
	return {
		currency: a.currency,
		messages: a.messages + b.messages,
		estimate: {
			low: money(a.estimate.low + b.estimate.low),
			high: money(a.estimate.high + b.estimate.high),
		},
		estimated: a.estimated + b.estimated,
		actual: money(a.actual + b.actual),
		billed: a.billed + b.billed,
		amount: money(a.amount + b.amount),
		unknown: a.unknown + b.unknown,
	};
}

/** Sums of decimal fractions drift; what is stored has six places. */
function money(amount: number): number {
	return Number(amount.toFixed(6));
}

function withoutOwner(cost: CurrencyCost): CurrencyCost {
	const { currency, messages, estimate, estimated, actual, billed, amount, unknown } = cost;
	return { currency, messages, estimate, estimated, actual, billed, amount, unknown };
}

/** Adds up what deciding took. */
export function sumOfModelUse(uses: readonly ModelTotals[]): ModelTotals {
	const total = (name: keyof ModelTotals) => uses.reduce((sum, one) => sum + one[name], 0);
	return {
		calls: total('calls'),
		inputTokens: total('inputTokens'),
		outputTokens: total('outputTokens'),
		unknown: total('unknown'),
	};
}
