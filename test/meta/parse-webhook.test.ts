import { parseWebhook } from '../../lib/index.ts';
import { FIXTURES } from '../fixtures/meta/index.ts';
import {
	CUSTOMER_PHONE,
	INSTAGRAM_ACCOUNT,
	PAGE,
	PSID,
	SECONDS,
	whatsApp,
} from '../fixtures/meta/fixture.ts';

describe('parseWebhook', () => {
	test.each(FIXTURES)('reads $name', ({ body, events, ignored = [] }) => {
		const parsed = parseWebhook(structuredClone(body));
		expect(parsed.events).toEqual(events.map(() => expect.objectContaining({ raw: expect.any(Object) })));
		expect(parsed.events).toMatchObject(events);
		expect(parsed.ignored.map(({ path }) => path)).toEqual(ignored);
	});

	test.each(FIXTURES)(
		'keeps all that Meta sent of $name, also fields nobody knows yet',
		({ body, events }) => {
			const text = JSON.stringify(body).replaceAll('"id":', '"field_of_2027":{"deep":[1]},"id":');
			const parsed = parseWebhook(JSON.parse(text));
			expect(parsed.events).toHaveLength(events.length);
			for (const { raw } of parsed.events.filter(({ raw }) => 'id' in raw))
				expect(raw).toHaveProperty('field_of_2027.deep', [1]);
		},
	);

	test('gives the same event the same ID, and different events different ones', () => {
		const all = FIXTURES.flatMap(({ body }) => parseWebhook(body).events);
		const again = FIXTURES.flatMap(({ body }) => parseWebhook(body).events);
		expect(again.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
		for (const { body } of FIXTURES) {
			const { events } = parseWebhook(body);
			expect(new Set(events.map(({ kind, id }) => `${kind}:${id}`)).size).toBe(events.length);
		}
	});

	test('reads several entries, changes and messages of one delivery, and loses none to a bad neighbour', () => {
		const text = (id: string) => ({
			from: CUSTOMER_PHONE,
			id,
			timestamp: SECONDS,
			type: 'text',
			text: { body: id },
		});
		const { entry } = whatsApp('messages', { messages: [text('a'), null, { id: 'b' }, text('c')] }) as {
			entry: object[];
		};
		const other = whatsApp('messages', {
			messages: [text('d')],
			statuses: ['x', { id: 'e', status: 'read', timestamp: SECONDS, recipient_id: CUSTOMER_PHONE }],
		}) as { entry: object[] };
		const { events, ignored } = parseWebhook({
			object: 'whatsapp_business_account',
			entry: [...entry, 7, ...other.entry],
		});
		expect(events.map(({ id }) => id)).toEqual(['a', 'c', 'd', 'e:read']);
		expect(ignored.map(({ path }) => path)).toEqual([
			'entry[0].changes[0].value.messages[1]',
			'entry[0].changes[0].value.messages[2]',
			'entry[1]',
			'entry[2].changes[0].value.statuses[0]',
		]);
	});

	test('a delivery with messaging and standby side by side', () => {
		const message = (mid: string) => ({
			sender: { id: PSID },
			recipient: { id: PAGE },
			timestamp: 1739230955000,
			message: { mid, text: 'x' },
		});
		const { events } = parseWebhook({
			object: 'page',
			entry: [{ id: PAGE, time: 1, messaging: [message('m1')], standby: [message('m2')] }],
		});
		expect(events.map(({ kind, id }) => [kind, id])).toEqual([
			['message', 'm1'],
			['standby', 'm2'],
		]);
	});

	test('says what it left out and why, for whatever is no webhook of Meta', () => {
		for (const body of [
			undefined,
			null,
			7,
			'x',
			[],
			{},
			{ object: 'user' },
			{ object: 'page' },
			{ object: 'constructor', entry: [] },
		]) {
			const { events, ignored } = parseWebhook(body);
			expect(events).toEqual([]);
			expect(ignored).toEqual([{ path: expect.any(String), reason: expect.stringMatching(/\w/) }]);
		}
	});

	test('what an account writes to itself is no conversation', () => {
		const sides = { sender: { id: INSTAGRAM_ACCOUNT }, recipient: { id: INSTAGRAM_ACCOUNT } };
		const body = {
			object: 'instagram',
			entry: [
				{
					id: INSTAGRAM_ACCOUNT,
					messaging: [
						{ ...sides, timestamp: 1739230955000, message: { mid: 'x', text: 'note', is_echo: true } },
					],
				},
			],
		};
		expect(parseWebhook(body)).toEqual({
			events: [],
			ignored: [{ path: 'entry[0].messaging[0]', reason: expect.stringContaining('itself') }],
		});
	});
});
