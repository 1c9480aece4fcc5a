import { reason, type Reason } from '../../follow-up/reasons/index.ts';
import type { CostEstimate } from './estimate.ts';

/** The first instant of a month in UTC: budgets and Meta's free messages begin anew there. */
export function monthOf(at: Date): Date {
	return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), 1));
}

/**
 * Whether a message still fits into a month's budget, counting the most it may cost. What is free always fits. What nobody
 * knows the cost of does not: a budget that lets it through is none.
 * @returns the reason why not, or undefined.
 */
export function objectionOfBudget(
	estimate: CostEstimate,
	{ budget, spent }: { budget: number; spent: number },
): Reason | undefined {
	const { currency, high } = estimate;
	if (high === 0) return undefined;
	if (high === undefined)
		return reason(
			'cost_unknown',
			`A monthly budget is set, and what this message costs is not known: ${estimate.why}. Complete the rate table`,
		);
	// Amounts have six decimals at most; what is left of floating point is less than that.
	if (spent + high <= budget + 1e-9) return undefined;
	return reason(
		'over_budget',
		`The monthly budget of ${budget} ${currency} is used up: ${round(spent)} ${currency} are spent and this message may cost ${round(high)} ${currency}`,
	);
}

function round(amount: number): number {
	return Math.round(amount * 1e6) / 1e6;
}
