import { Anonymiser } from '../../lib/samples/anonymise.ts';
import { CODES, isToken, TIMES } from '../../lib/samples/kept.ts';
import { shapeOf } from '../../lib/samples/shape.ts';
import { parseWebhook } from '../../lib/index.ts';
import { FIXTURES } from '../fixtures/meta/index.ts';
import { whatsAppMessage } from '../support/webhook-body.ts';

const anonymiser = new Anonymiser(Buffer.from('a secret of the test'));
/** Shorter values say nothing of anybody: "es", "VIP", codes. */
const SHORTEST = 6;

/** Without anything behind the host an address is nobody's. */
const METAS_PAGE = 'https://developers.facebook.com/';

function* valuesIn(json: unknown, under = ''): Generator<[field: string, value: string]> {
	if (typeof json === 'string' || typeof json === 'number') yield [under, String(json)];
	else if (typeof json === 'object' && json !== null)
		for (const [name, value] of Object.entries(json))
			yield* valuesIn(value, Array.isArray(json) ? under : name);
}

describe.each(FIXTURES)('$name, anonymised', ({ body, ignored }) => {
	const sample = anonymiser.anonymise(body);
	const [before, after] = [parseWebhook(body), parseWebhook(sample)];

	test('is read as the original is', () => {
		expect(after.events.map(({ kind }) => kind)).toEqual(before.events.map(({ kind }) => kind));
		expect(after.ignored.map(({ path }) => path)).toEqual(ignored ?? []);
		expect(shapeOf(sample)).toBe(shapeOf(body));
	});

	test('holds nothing that is anybody\u2019s', () => {
		const text = JSON.stringify(sample);
		const left = [...valuesIn(body)].filter(
			([field, value]) =>
				value.length >= SHORTEST &&
				!isToken(field, value) &&
				!TIMES.test(field) &&
				!CODES.has(field) &&
				value !== METAS_PAGE &&
				/[\p{L}\p{N}]/u.test(value),
		);
		expect(left.filter(([, value]) => text.includes(JSON.stringify(value).slice(1, -1)))).toEqual([]);
	});
});

test('the same number is the same one wherever it stands, and another with another key', () => {
	const delivery = { a: { from: '573001234567' }, b: [{ wa_id: '573001234567', other: '573001234568' }] };
	type Sample = { a: { from: string }; b: { wa_id: string; other: string }[] };
	const sample = anonymiser.anonymise(delivery) as Sample;
	expect(sample.a.from).toMatch(/^573\d{9}$/);
	expect(sample.a.from).not.toBe('573001234567');
	expect(sample.b[0]?.wa_id).toBe(sample.a.from);
	expect(sample.b[0]?.other).not.toBe(sample.a.from);
	expect(new Anonymiser(Buffer.from('another')).anonymise(delivery)).not.toEqual(sample);
});

test.each([
	['Hola, soy Eva Ruiz 👋', 'Xxxx, xxx Xxx Xxxx 👋'],
	['王小明 in Bogotá', 'xxx xx Xxxxxx'],
	['https://shop.example.org/eva?phone=573001234567', 'https://example.com/'],
	['https://lookaside.fbsbx.com/whatsapp/?mid=1', 'https://lookaside.fbsbx.com/'],
	['{"name":"Eva Ruiz","flow_token":"x"}', '{"name":"Xxx Xxxx","flow_token":"x"}'],
])('the text %j becomes %j', (text, wanted) => {
	expect(anonymiser.anonymise({ text })).toEqual({ text: wanted });
});

test('an ID keeps its kind and its length, a place is nobody\u2019s, a code stays', () => {
	const sample = anonymiser.anonymise({
		...{ id: 'wamid.HBgLNTczMDAxMjM0NTY3FQIAEhgg', user_id: 'CO.13491208655302741918', code: 131_047 },
		...{ latitude: 4.711, longitude: -74.0721, errors: [{ code: 130_472 }], size: 12_345 },
	}) as Record<string, unknown>;
	expect(sample.id).toMatch(/^wamid\.[A-Za-z\d]{28}$/);
	expect(sample.id).not.toContain('HBgLNTcz');
	expect(sample.user_id).toMatch(/^CO\.\d{20}$/);
	expect(sample).toMatchObject({ latitude: 1.5, longitude: -1.5, size: 12_345 });
});

test('two deliveries have the same form if nothing but what is somebody\u2019s differs', () => {
	const at = new Date('2026-12-01T12:00:00Z');
	const form = (from: string, text: string) => shapeOf(whatsAppMessage(from, text, at));
	expect(form('573001234567', 'Hello')).toBe(form('573007654321', 'Good bye'));
	const other = JSON.parse(
		JSON.stringify(whatsAppMessage('573001234567', 'x', at)).replace('"text"', '"image"'),
	);
	expect(shapeOf(other)).not.toBe(form('573001234567', 'Hello'));
});
