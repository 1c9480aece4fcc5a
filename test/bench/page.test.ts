import { readBenchOptions } from './report/options.ts';
import { benchmarksPage } from './report/page.ts';
import { table } from './report/table.ts';
import { judged } from './figure.ts';

const reached = judged({
	...{ name: 'claim of 100, p99', value: 12.345, unit: 'ms', runs: 60, note: 'all due' },
	target: { atMost: 50, of: 'value' },
});
const missed = judged({
	...{ name: 'deliveries', value: 90, against: 18, ratio: 5, unit: '1/s', runs: 5 },
	target: { atLeast: 8, of: 'ratio' },
});
const free = judged({ name: 'bytes', value: 123_456, unit: 'bytes', runs: 1 });
const results = {
	samples: { claim: [1, 2] },
	parts: [
		{
			name: 'store',
			startedAt: '2026-11-24T00:00:00.000Z',
			seconds: 100,
			loadBefore: 0.3,
			figures: [reached, missed, free],
			size: { scale: 1, runs: 5, seed: 7 },
		},
	],
	machine: {
		...{ processor: 'Processor', cores: 2, memoryGb: 24, system: 'Linux 6', node: 'v24' },
		...{ n8n: '2.39.10', package: '0.1.0', commit: 'abc' },
	},
};

describe('the table of figures', () => {
	test('has a row for each, as wide as all others', () => {
		const lines = table([reached, missed, free]).split('\n');
		expect(lines).toHaveLength(5);
		expect(new Set(lines.map((line) => line.length)).size).toBe(1);
	});

	test('says missed and reached only where there is a target', () => {
		const [, , first, second, third] = table([reached, missed, free]).split('\n');
		expect(first).toMatch(/12\.3 ms .* at most 50 ms .* reached/);
		expect(second).toMatch(/5 × .* at least 8 times .* \*\*missed\*\*/);
		expect(third).toMatch(/123,456 bytes/);
		expect(third).not.toMatch(/missed|reached/);
	});
});

describe('the page about benchmarks', () => {
	const page = benchmarksPage(results);

	test('says what was missed before anything else is shown', () => {
		expect(page).toContain('1 of 2 figures with a target reach it; missed: deliveries.');
		expect(page.indexOf('missed: deliveries')).toBeLessThan(page.indexOf('| figure'));
	});

	test('states machine, versions, size and seed', () => {
		for (const stated of ['Processor, 2 cores, 24 GB', 'n8n 2.39.10', 'seed 7', 'store 0.3', 'commit abc'])
			expect(page).toContain(stated);
	});
});

describe('the options of the bench', () => {
	test('are all parts at full size unless something else is asked for', () => {
		expect(readBenchOptions([])).toMatchObject({
			parts: ['engine', 'store', 'intake', 'triggers', 'conversations', 'lateness'],
			scale: 1,
			runs: 5,
			seed: 1,
		});
		expect(readBenchOptions(['store', '--scale', '0.1'])).toMatchObject({ parts: ['store'], scale: 0.1 });
		expect(readBenchOptions(['n8n'])).toMatchObject({ parts: ['triggers', 'conversations', 'lateness'] });
	});

	test.each([
		[
			['stores'],
			'There is no part "stores"; there are engine, store, intake, triggers, conversations, lateness, and n8n',
		],
		[['--scale', '0'], '--scale is "0"; it must be a number above 0'],
		[['--runs', '2.5'], '--runs is "2.5"; it must be a whole number'],
		[['--quick'], 'There is no option --quick; there are --help, --scale'],
	])('%j is refused and said why', (args, why) => {
		expect(() => readBenchOptions(args)).toThrow(why);
	});
});
