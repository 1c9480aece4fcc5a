import fc from 'fast-check';
import { activityCsv, type ScheduledWithCustomer } from '../../lib/index.ts';
import { START } from '../support/time.ts';

const at = START.toISOString();

const row = (more: Partial<ScheduledWithCustomer> = {}): ScheduledWithCustomer => ({
	...{ id: 'one', conversation: 'whatsapp:1:CO.1', channel: 'whatsapp', account: '1', contact: 'CO.1' },
	...{ chatbot: 'shop', followUpId: 'reminder', name: 'Reminder', anchor: { id: 'a', at } },
	...{ requestedAt: at, allowedAt: at, dueAt: at, reasons: [], attempts: 1, state: 'read' },
	...{ reason: { code: 'status_update', sentence: 'Meta reported a new state of the message' } },
	...{ createdAt: at, updatedAt: at, customer: { id: 'CO.1' }, at },
	...more,
});

/** An independent reader of CSV as RFC 4180 has it. */
function readCsv(csv: string): string[][] {
	const rows: string[][] = [[]];
	let cell = '';
	let quoted = false;
	for (let place = 0; place < csv.length; place++) {
		const letter = csv[place] as string;
		if (quoted) {
			if (letter !== '"') cell += letter;
			else if (csv[place + 1] === '"') {
				cell += '"';
				place++;
			} else quoted = false;
		} else if (letter === '"') quoted = true;
		else if (letter === '\r' && csv[place + 1] === '\n') continue;
		else if (letter === ',' || letter === '\n') {
			rows.at(-1)?.push(cell);
			cell = '';
			if (letter === '\n') rows.push([]);
		} else cell += letter;
	}
	return rows.slice(0, -1);
}

function cellsOf(csv: string, ...names: string[]): string[][] {
	expect(csv.startsWith('\uFEFF')).toBe(true);
	const [header = [], ...rows] = readCsv(csv.slice(1));
	return rows.map((cells) => names.map((name) => cells[header.indexOf(name)] ?? 'no such column'));
}

test.each(['=HYPERLINK("http://evil.example","click")', '+1+1', '-2+3', '@SUM(A1:A2)', '\tcmd', '＝1+1'])(
	'%j is text, not a formula',
	(formula) => {
		const csv = activityCsv([
			row({ customer: { id: 'CO.1', name: formula }, content: { kind: 'text', text: formula } }),
		]);
		for (const cell of cellsOf(csv, 'customer_name', 'text').flat()) expect(cell).toBe(`'${formula}`);
	},
);

test('a formula behind a line break at the beginning is none either', () => {
	const csv = activityCsv([row({ content: { kind: 'text', text: '\r=1' } })]);
	expect(cellsOf(csv, 'text')).toEqual([["'\r'=1"]]);
});

/** Where a spreadsheet with this separator would begin a cell: it takes a quote for one only at the beginning of a cell. */
function cellsBy(separator: string, csv: string): string[] {
	return csv
		.slice(1)
		.split(/\r\n|\r|\n/)
		.flatMap((line) => line.split(separator));
}

test.each([
	'x;=1+1;y',
	'x; =1+1',
	'a\t=1+1',
	'a\n=1+1',
	'Hola\n- martes\n- jueves',
	'x;＝1+1',
	'x;@A1',
	'x;+1',
])('%j is a text in one cell, and no formula under another separator', (text) => {
	const csv = activityCsv([row({ customer: { id: 'CO.1', name: text }, content: { kind: 'text', text } })]);
	expect(readCsv(csv.slice(1))).toHaveLength(2);
	for (const separator of [';', '\t'])
		for (const cell of cellsBy(separator, csv)) expect(cell).not.toMatch(/^ *[=+\-@＝＋－＠]/);
	for (const cell of cellsOf(csv, 'customer_name', 'text').flat())
		expect(cell.replaceAll("'", '')).toBe(text);
});

test.each(['\n', '\r', ';', '\t'])('a text with %j is quoted, as other readers of CSV want it', (letter) => {
	const csv = activityCsv([row({ content: { kind: 'text', text: `a${letter}b` } })]);
	expect(csv).toContain(`"a${letter}b"`);
});

test('names, quotes, commas, lines, emojis and expressions come through as they are', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (written) => {
			const csv = activityCsv([row({ content: { kind: 'text', text: written } }), row({ id: 'two' })]);
			const [first, second] = cellsOf(csv, 'text', 'scheduled_id');
			const isFormula = /^[=+\-@\t\r＝＋－＠]/.test(written);
			// Nothing but apostrophes is added, and those only where a cell could begin.
			const without = first?.[0]?.replace(/(^|[;\t\r\n] *)'(?=[=+\-@\t\r＝＋－＠])/g, '$1');
			expect([without, first?.[1]]).toEqual([
				written.replace(/(^|[;\t\r\n] *)'(?=[=+\-@\t\r＝＋－＠])/g, '$1'),
				'one',
			]);
			if (isFormula) expect(first?.[0]).toMatch(/^'/);
			expect(second).toEqual(['', 'two']);
		}),
	);
	const odd = '{{ $env }} <img src=x onerror=alert(1)> "Ñandú", 🛒\n¿sí?';
	expect(cellsOf(activityCsv([row({ customer: { id: 'CO.1', name: odd } })]), 'customer_name')).toEqual([
		[odd],
	]);
});

test('a row says when, what, to whom, and what became of it', () => {
	const failed = row({
		...{ state: 'failed', error: { code: 131026, message: 'Message undeliverable' }, colour: 'blue' },
		customer: { id: 'CO.1', name: 'Ana', phone: '573001112233' },
		content: { kind: 'template', template: { name: 'order_news', language: 'es', parameters: [] } },
	});
	const names = ['at', 'state', 'follow_up', 'colour', 'platform', 'customer_phone', 'text', 'error_code'];
	expect(cellsOf(activityCsv([failed]), ...names)).toEqual([
		[at, 'failed', 'Reminder', 'blue', 'whatsapp', "'+573001112233", 'order_news', '131026'],
	]);
});

test('without rows there is the header alone', () => {
	expect(readCsv(activityCsv([]).slice(1))).toHaveLength(1);
});
