import { CLASSES, LANGUAGES } from './eval-case.ts';
import type { Answered } from './evaluate-model.ts';

/** Per million tokens, in whatever currency. */
export interface Prices {
	input?: number;
	output?: number;
}

export interface Share {
	right: number;
	of: number;
}

export interface Summary {
	all: Share;
	byClass: Record<string, Share>;
	byLanguage: Record<string, Share>;
	/** The cases in which something would have gone out that should not. */
	falseSends: string[];
	decisions: number;
	calls: number;
	/** Answers that had to be asked for once more, and of these conversations those with a usable answer in the end. */
	repairs: Share;
	/** Of the model, for each question. */
	secondsPerCall: number;
	inputTokens: number;
	outputTokens: number;
	/** Left out without prices, and where the server does not count tokens. */
	costPer1000Decisions?: number;
}

/** The figures of a run. */
export function summaryOf(answered: Answered[], prices: Prices = {}): Summary {
	const decisions = answered.flatMap((one) => one.decisions);
	const sum = (field: 'calls' | 'inputTokens' | 'outputTokens') =>
		decisions.reduce((total, { use }) => total + (use?.[field] ?? 0), 0);
	const inputTokens = sum('inputTokens');
	const outputTokens = sum('outputTokens');
	const cost = (inputTokens * (prices.input ?? 0) + outputTokens * (prices.output ?? 0)) / 1_000_000;
	const hasCost = (prices.input ?? prices.output) !== undefined && inputTokens + outputTokens > 0;
	return {
		all: share(answered),
		byClass: shares(answered, CLASSES, (one) => one.case.class),
		byLanguage: shares(answered, LANGUAGES, (one) => one.case.language),
		falseSends: answered.filter(({ falseSend }) => falseSend).map((one) => one.case.id),
		decisions: decisions.length,
		...{ calls: sum('calls'), inputTokens, outputTokens },
		repairs: repairsOf(answered),
		secondsPerCall: mean(answered.flatMap(({ noted }) => noted.map(({ seconds }) => seconds))),
		...(hasCost ? { costPer1000Decisions: (cost / decisions.length) * 1_000 } : {}),
	};
}

/** What an answer ends as that is of no use, also when asked again. */
const USELESS = /^ai_(?:unavailable|retry|refused|too_long|answer_|text_)|^fixed_message_instead$/;

function repairsOf(answered: Answered[]): Share {
	const repaired = answered.filter(({ noted }) => noted.length > 1);
	const mended = repaired.filter(({ decisions }) => !decisions.some(({ code }) => USELESS.test(code)));
	return { right: mended.length, of: repaired.length };
}

function mean(values: number[]): number {
	return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function shares(answered: Answered[], names: readonly string[], nameOf: (one: Answered) => string) {
	return Object.fromEntries(
		names.map((name) => [name, share(answered.filter((one) => nameOf(one) === name))]),
	);
}

function share(answered: Answered[]): Share {
	return { right: answered.filter(({ right }) => right).length, of: answered.length };
}

/** The figures as a person reads them in a terminal. */
export function printable(summary: Summary, answered: Answered[]): string {
	const { byClass, byLanguage, all, falseSends } = summary;
	const line = (name: string, { right, of }: Share) =>
		`  ${name.padEnd(12)} ${String(right).padStart(3)} of ${String(of).padStart(3)}  ${percent(right, of).padStart(4)}`;
	const lines = (shares: Record<string, Share>) =>
		Object.entries(shares).map(([name, own]) => line(name, own));
	const cost = summary.costPer1000Decisions;
	return [
		...['Right, by class:', ...lines(byClass), 'Right, by language:', ...lines(byLanguage), line('all', all)],
		...['', `False sends (the expensive error): ${falseSends.length} ${falseSends.join(', ')}`.trimEnd()],
		...['', `${summary.decisions} decisions by ${summary.calls} model calls`],
		`${summary.repairs.of} conversations asked about once more, ${summary.repairs.right} of them mended by it`,
		`${summary.secondsPerCall.toFixed(1)} seconds a call`,
		`${summary.inputTokens} tokens in, ${summary.outputTokens} tokens out`,
		cost === undefined
			? 'Cost per 1,000 decisions: give --input-price and --output-price (per million tokens)'
			: `Cost per 1,000 decisions: ${cost.toFixed(2)}`,
		...['', 'Wrong:', ...answered.flatMap((one) => one.wrong.map((what) => `  ${one.case.id}: ${what}`))],
	].join('\n');
}

function percent(right: number, of: number): string {
	return of === 0 ? '–' : `${Math.round((right / of) * 100)} %`;
}
