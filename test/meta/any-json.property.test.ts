import fc from 'fast-check';
import { CHANNEL_DRIVERS, CHANNELS, EVENT_KINDS, parseWebhook } from '../../lib/index.ts';
import { FIXTURES } from '../fixtures/meta/index.ts';

const RUNS = 10_000;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Throws if an event lacks what everything after the parser relies on. */
function requireWhole(body: unknown): number {
	const { events, ignored } = parseWebhook(body);
	for (const event of events) {
		const { id, account, contact, at, channel, kind, raw } = event;
		// A user ID may stand where a number is expected; it must never be dialled.
		const isDialled = contact.phone === undefined || /^\d+$/.test(contact.phone);
		const isText = [id, account, contact.id].every((value) => typeof value === 'string' && value !== '');
		if (
			!isText ||
			!isDialled ||
			!ISO.test(at) ||
			!CHANNELS.includes(channel) ||
			!EVENT_KINDS.includes(kind) ||
			typeof raw !== 'object'
		)
			throw new Error(`An event is not whole: ${JSON.stringify(event)}`);
	}
	for (const { path, reason } of ignored)
		if (typeof path !== 'string' || reason === '') throw new Error('Something was left out without a reason');
	return events.length;
}

type Step = string | number;

/** Every place in a JSON document. */
function places(json: unknown, path: Step[] = []): Step[][] {
	if (typeof json !== 'object' || json === null) return [path];
	return [
		path,
		...Object.entries(json).flatMap(([key, value]) =>
			places(value, [...path, Array.isArray(json) ? Number(key) : key]),
		),
	];
}

function replaced(json: unknown, [step, ...rest]: Step[], by: unknown): unknown {
	if (step === undefined) return by;
	const copy = (Array.isArray(json) ? [...json] : { ...(json as object) }) as Record<Step, unknown>;
	copy[step] = replaced(copy[step], rest, by);
	if (copy[step] === REMOVED) delete copy[step];
	return copy;
}

const REMOVED = Symbol('removed');
const NASTY = fc.oneof(
	fc.constantFrom(
		REMOVED,
		null,
		'',
		' ',
		0,
		-1,
		1e308,
		NaN,
		'1e400',
		'0x10',
		true,
		[],
		{},
		[null],
		'__proto__',
		'constructor',
		{ toString: null },
	),
	fc.jsonValue({ maxDepth: 3 }),
);

/** A real webhook in which one to three places hold something else, or nothing. */
const mutated = fc
	.record({
		fixture: fc.constantFrom(...FIXTURES),
		changes: fc.array(fc.tuple(fc.nat(), NASTY), { minLength: 1, maxLength: 3 }),
	})
	.map(({ fixture, changes }) =>
		changes.reduce<unknown>((json, [nth, value]) => {
			// The envelope is in every webhook, and spoiling it hides all the rest; so mostly what is inside changes.
			const inside = places(json).filter((path) => path.length > 4);
			const all = inside.length > 0 && nth % 10 > 0 ? inside : places(json);
			return replaced(json, all[nth % all.length] ?? [], value);
		}, fixture.body),
	);

const WHATSAPP_FIELDS = ['message_echoes', 'messaging_handovers', 'user_id_update', 'user_preferences'];

/** An envelope that a parser opens, with anything in it. */
const enveloped = fc
	.record({
		object: fc.constantFrom(...Object.values(CHANNEL_DRIVERS).map(({ webhook }) => webhook.object)),
		list: fc.constantFrom('changes', 'messaging', 'standby'),
		field: fc.constantFrom(
			'messages',
			'history',
			'calls',
			'feed',
			'comments',
			'standby',
			'account_update',
			...WHATSAPP_FIELDS,
		),
		value: fc.oneof(
			fc.jsonValue({ maxDepth: 5 }),
			fc.object({
				key: fc.constantFrom(
					'messages',
					'message_echoes',
					'statuses',
					'id',
					'from',
					'timestamp',
					'sender',
					'recipient',
					'message',
					'mid',
					'read',
					'postback',
					'history',
					'threads',
				),
				maxDepth: 4,
			}),
		),
	})
	.map(({ object, list, field, value }) => ({
		object,
		entry: [{ id: '1', time: 1739230955, [list]: list === 'changes' ? [{ field, value }] : [value] }],
	}));

describe('parseWebhook never throws and never gives an event without ID, account, contact and time', () => {
	test('for any JSON', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (json) => void requireWhole(json)),
			{ numRuns: RUNS },
		);
	});

	test('for any JSON in the envelope of a webhook', () => {
		fc.assert(
			fc.property(enveloped, (json) => void requireWhole(json)),
			{ numRuns: RUNS },
		);
	});

	test('for JSON nested deeper than the stack', () => {
		const deep: unknown = JSON.parse('['.repeat(100_000) + ']'.repeat(100_000));
		for (const { body } of FIXTURES) {
			requireWhole({ ...body, object: deep });
			for (const path of places(body)) requireWhole(replaced(body, path, deep));
		}
	});

	test('for real webhooks in which something is missing or different', () => {
		let events = 0;
		fc.assert(
			fc.property(mutated, (json) => void (events += requireWhole(json))),
			{ numRuns: RUNS },
		);
		// Most changes hit what the parser can do without; otherwise this would test the error paths only.
		expect(events).toBeGreaterThan(RUNS / 4);
	});
});
