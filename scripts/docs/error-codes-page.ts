import type { ErrorRow } from '../../lib/messaging/errors/table.ts';
import { ERROR_WORDS, type ErrorWords } from './words/error-page.ts';

/** The page docs/error-codes.md, or docs/error-codes.es.md. */
export function errorCodesPage(rows: readonly ErrorRow[], language: 'en' | 'es'): string {
	const words = ERROR_WORDS[language];
	const classes = Object.entries(words.classes).map(([name, text]) => `| \`${name}\` | ${text} |`);
	const parts = Object.entries(words.platforms).map(([platform, title]) =>
		[
			`## ${title}\n`,
			`| ${words.columns.join(' | ')} |`,
			'|---|---|---|---|---|',
			...rows.filter((row) => row.platform === platform).map((row) => line(row, words)),
		].join('\n'),
	);
	const table = [
		`## ${words.classesTitle}\n`,
		`| ${words.classColumns.join(' | ')} |`,
		'|---|---|',
		...classes,
	].join('\n');
	return `${[words.head, table, ...parts].join('\n\n')}\n`;
}

function line(row: ErrorRow, words: ErrorWords): string {
	const { code, to, subcode, class: kind, meaning, advice, retryAfterMs, retryFactor, pauseMs } = row;
	const name = `${code}${to === undefined ? '' : `–${to}`}${subcode === undefined ? '' : ` / ${subcode}`}`;
	const again =
		pauseMs !== undefined
			? words.paused(duration(pauseMs, words))
			: retryAfterMs !== undefined
				? words.retried(duration(retryAfterMs, words), retryFactor ?? 2)
				: '';
	return `| ${name} | \`${kind}\` | ${words.text(meaning)} | ${words.text(advice)} | ${again} |`;
}

function duration(ms: number, { units }: ErrorWords): string {
	const [size, unit] =
		ms >= 3_600_000
			? [ms / 3_600_000, units.hour]
			: ms >= 60_000
				? [ms / 60_000, units.minute]
				: [ms / 1_000, units.second];
	return `${size} ${unit}${size === 1 ? '' : 's'}`;
}
