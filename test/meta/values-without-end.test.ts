import { parseWebhook } from '../../lib/index.ts';
import { asJson } from '../../lib/meta/webhook/read.ts';

/** As many lists inside each other. */
function nested(depth: number): unknown {
	let value: unknown = 1;
	for (let n = 0; n < depth; n++) value = [value];
	return value;
}

const accountNews = (event: unknown) => ({
	object: 'whatsapp_business_account',
	entry: [
		{
			...{ id: '102290129340398', time: 1_739_230_955 },
			changes: [
				{ field: 'phone_number_quality_update', value: { display_phone_number: '15550783881', event } },
			],
		},
	],
});

test('news of an account that goes on without end is left out with the reason', () => {
	const { events, ignored } = parseWebhook(accountNews(nested(200_000)));
	expect(events).toEqual([]);
	expect(ignored).toMatchObject([{ reason: expect.stringContaining('more values') as string }]);
	expect(parseWebhook(accountNews('FLAGGED')).events).toHaveLength(1);
});

test.each([
	['lists inside each other', nested(5_001)],
	['a long list', Array.from({ length: 5_001 }, () => 1)],
	['many keys', Object.fromEntries(Array.from({ length: 5_001 }, (_one, n) => [`k${n}`, n]))],
	['lists of lists', Array.from({ length: 100 }, () => Array.from({ length: 100 }, () => 1))],
])('a value with more parts than Meta sends is not written as text: %s', (_name, value) => {
	expect(asJson(value)).toBeUndefined();
});

test('what Meta sends is written as JSON writes it', () => {
	const value = { a: [1, { b: null }], c: 'text', d: nested(1_000) };
	expect(asJson(value)).toBe(JSON.stringify(value));
});
