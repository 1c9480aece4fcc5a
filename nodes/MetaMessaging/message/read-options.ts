import type { IExecuteFunctions } from 'n8n-workflow';
import { RATE_TABLE, parseRateTable, type RateTable } from '../../../lib/index.ts';

export interface SendOptions {
	linkedPage?: string;
	perSecond?: number;
	/** Undefined: no budget. */
	monthlyBudget?: number;
	rates: RateTable;
	ignoreOptOut: boolean;
	leaveWindowToMeta: boolean;
}

interface Given {
	linkedPage?: string;
	messagesPerSecond?: number;
	monthlyBudget?: number;
	rateTable?: unknown;
	ignoreOptOut?: boolean;
	leaveWindowToMeta?: boolean;
}

export function readOptions(context: IExecuteFunctions, itemIndex: number): SendOptions {
	const given = context.getNodeParameter('options', itemIndex, {}) as Given;
	const hasRates = given.rateTable !== undefined && given.rateTable !== '';
	return {
		...(given.linkedPage ? { linkedPage: given.linkedPage.trim() } : {}),
		...(given.messagesPerSecond ? { perSecond: given.messagesPerSecond } : {}),
		...(given.monthlyBudget === undefined ? {} : { monthlyBudget: given.monthlyBudget }),
		rates: hasRates ? parseRateTable(given.rateTable) : RATE_TABLE,
		ignoreOptOut: given.ignoreOptOut ?? false,
		leaveWindowToMeta: given.leaveWindowToMeta ?? false,
	};
}
