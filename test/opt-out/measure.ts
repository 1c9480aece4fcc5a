import type { OptOutScope } from '../../lib/opt-out/index.ts';
import { LANGUAGES, type Phrase, type PhraseLanguage } from './phrase-list.ts';

/** How a recogniser does with labelled phrases. */
export interface Measurement {
	language: PhraseLanguage | 'all';
	requests: number;
	/** Requests that were recognised, as a share of all. */
	recall: number;
	/** Of them, how many with the right scope. */
	rightScope: number;
	others: number;
	/** Others that were taken for a request, as a share of all others. */
	falseAlarms: number;
	missed: string[];
	alarms: string[];
}

/** Measures per language, and over all of them. */
export function measure(
	phrases: readonly Phrase[],
	scopeOf: (text: string) => OptOutScope | undefined,
): Measurement[] {
	return [...LANGUAGES, 'all' as const].map((language) => {
		const own = phrases.filter((phrase) => language === 'all' || phrase.language === language);
		const requests = own.filter(({ label }) => label !== 'no-stop');
		const others = own.filter(({ label }) => label === 'no-stop');
		const missed = requests.filter(({ text }) => scopeOf(text) === undefined);
		const alarms = others.filter(({ text }) => scopeOf(text) !== undefined);
		const right = requests.filter(
			({ text, label }) => scopeOf(text) === (label === 'stop' ? 'all' : 'marketing'),
		);
		return {
			language,
			requests: requests.length,
			recall: 1 - missed.length / requests.length,
			rightScope: right.length / requests.length,
			others: others.length,
			falseAlarms: alarms.length / others.length,
			missed: missed.map(({ text }) => text),
			alarms: alarms.map(({ text }) => text),
		};
	});
}

/** The figures as lines of a table. */
export function tableOf(measurements: readonly Measurement[]): string {
	const head = ['language', 'requests', 'recall', 'right scope', 'others', 'false alarms'];
	const rows = measurements.map(({ language, requests, recall, rightScope, others, falseAlarms }) => [
		...[language, String(requests), recall.toFixed(3), rightScope.toFixed(3)],
		...[String(others), `${(100 * falseAlarms).toFixed(2)} %`],
	]);
	const widths = head.map((title, column) =>
		Math.max(title.length, ...rows.map((row) => (row[column] as string).length)),
	);
	return [head, ...rows]
		.map((row) => row.map((cell, column) => cell.padStart(widths[column] as number)).join('  '))
		.join('\n');
}
