import type { Figure } from '../figure.ts';

const HEAD = ['figure', 'measured', 'against', 'ratio', 'target', 'runs', ''];

/** The figures as a table that both a terminal and Markdown show well. */
export function table(figures: readonly Figure[]): string {
	const rows = figures.map((figure) => [
		figure.name,
		`${shown(figure.value)} ${figure.unit}`,
		figure.against === null ? '' : `${shown(figure.against)} ${figure.unit}`,
		figure.ratio === null ? '' : `${shown(figure.ratio)} ×`,
		figure.target,
		String(figure.runs),
		figure.target === '' ? '' : figure.missed ? '**missed**' : 'reached',
	]);
	const widths = HEAD.map((head, column) =>
		Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)),
	);
	const line = (cells: string[]) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
	return [line(HEAD), rule, ...rows.map(line)].join('\n');
}

/** Three digits that count, without an exponent. */
export function shown(value: number): string {
	if (!Number.isFinite(value)) return String(value);
	if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en');
	return String(Number(value.toPrecision(3)));
}
