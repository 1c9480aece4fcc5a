import type { MessagingEvent } from '../../lib/index.ts';
import { conversationKey } from '../../lib/messaging/conversation-key.ts';
import { ACCOUNT, newCustomer, newId } from '../support/customer.ts';
import { DUE, claim, followUpAt, planFor, register, silence, toSend } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';

const keyOf = (contact: string) => conversationKey({ channel: 'whatsapp', account: ACCOUNT, contact });
const newNumber = () => `57300${newId('').slice(1).padStart(7, '0')}`;

describe.each(databases)('who a customer is on $name', (kind) => {
	const open = useStore(kind);

	test('a new ID carries timers, opt-outs and history of the person', async () => {
		const { customer, now } = await followUpAt(open.store, 'scheduled');
		const id = newId('CO.new');
		await open.store.ingest([customer.hasNewId({ id }, after(HOUR))], after(HOUR));
		const [known, byOldId] = [
			await open.store.conversation(keyOf(id)),
			await open.store.conversation(customer.key),
		];
		expect(known).toMatchObject({ key: keyOf(id), contact: { id }, lastInboundAt: START.toISOString() });
		expect(byOldId).toEqual(known);
		expect(await open.store.transcript(keyOf(id), 10)).toHaveLength(2);
		expect(await now()).toMatchObject({ state: 'scheduled', contact: id, conversation: keyOf(id) });

		const stop = newCustomer({ contact: { id } }).writes('stop', after(2 * HOUR));
		expect((await open.store.ingest([stop], after(2 * HOUR))).cancelled).toBe(1);
		expect((await open.store.conversation(customer.key))?.optedOutAt).toBe(stop.at);
	});

	test('a customer first known by phone is the same one when the ID comes along', async () => {
		const phone = newNumber();
		const byPhone = newCustomer({ contact: { id: phone, phone } });
		await open.store.ingest([byPhone.writes()], START);
		const id = newId('CO.later');
		const both = newCustomer({ contact: { id, phone, name: 'Ana' } });
		await open.store.ingest([both.writes('Me again', after(MINUTE))], after(MINUTE));
		expect(await open.store.transcript(keyOf(phone), 10)).toHaveLength(2);
		expect(await open.store.conversation(keyOf(phone))).toMatchObject({
			...{ key: keyOf(id), contact: { id, phone, name: 'Ana' } },
		});
	});

	test('a number that comes with another user ID long after has a new owner, with a conversation of their own', async () => {
		const phone = newNumber();
		const [before, since] = [newId('CO.before'), newId('CO.since')];
		await open.store.ingest([newCustomer({ contact: { id: before, phone } }).writes('stop', START)], START);
		const newOwner = newCustomer({ contact: { id: since, phone } });
		const later = 46 * 24 * HOUR;
		await open.store.ingest(
			[newOwner.writes('Hello', after(later)), newOwner.writes('Me', after(later + MINUTE))],
			after(later + HOUR),
		);
		const earlier = await open.store.conversation(keyOf(before));
		expect(earlier).toMatchObject({ contact: { id: before }, optedOutBy: expect.anything() });
		expect(earlier?.contact.phone).toBeUndefined();
		const present = await open.store.conversation(keyOf(since));
		expect(present).toMatchObject({ contact: { id: since, phone } });
		expect(present?.optedOutAt).toBeUndefined();
		expect(await open.store.transcript(keyOf(since), 10)).toHaveLength(2);
		expect((await open.store.conversation(keyOf(phone)))?.key).toBe(keyOf(since));
	});

	test('whoever writes under another user ID soon after is still opted out or paused, without the history', async () => {
		const phone = newNumber();
		const [before, since] = [newId('CO.before'), newId('CO.since')];
		const earlier = newCustomer({ contact: { id: before, phone } });
		await open.store.ingest([earlier.writes('stop', START)], START);
		await open.store.pauseConversation({ key: earlier.key }, { until: after(9 * HOUR) }, after(MINUTE));
		const same = newCustomer({ contact: { id: since, phone } });
		await open.store.ingest([same.writes('Hello', after(HOUR))], after(HOUR));
		expect(await open.store.conversation(keyOf(since))).toMatchObject({
			optedOutAt: START.toISOString(),
			pausedUntil: after(9 * HOUR).toISOString(),
		});
		expect(await open.store.transcript(keyOf(since), 10)).toHaveLength(1);
	});

	test('what is planned for a number ends when it comes with another user ID', async () => {
		const phone = newNumber();
		const customer = newCustomer({ contact: { id: newId('CO.before'), phone } });
		const { now } = await followUpAt(open.store, 'scheduled', { customer });
		const since = newCustomer({ contact: { id: newId('CO.since'), phone } });
		await open.store.ingest([since.writes('Hello', after(HOUR))], after(HOUR));
		expect(await now()).toMatchObject({ state: 'ended', reason: { code: 'number_moved' } });
	});

	test('what only a status tells is found by phone as well', async () => {
		const phone = newNumber();
		const customer = newCustomer({ contact: { id: newId('CO.phone'), phone } });
		await open.store.ingest([customer.writes()], START);
		const byPhone = newCustomer({ contact: { id: phone, phone } });
		await open.store.ingest([byPhone.status(newId('wamid'), 'sent', after(MINUTE))], after(MINUTE));
		expect((await open.store.conversation(customer.key))?.lastOutboundBy).toBe('unknown');
	});

	describe('two conversations that turn out to be one person', () => {
		const merge = async () => {
			const [old, young] = [newCustomer(), newCustomer()];
			return {
				...{ old, young },
				become: async (...more: MessagingEvent[]) =>
					await open.store.ingest([...more, old.hasNewId(young.contact, after(3 * HOUR))], after(3 * HOUR)),
			};
		};

		test('become one, with both histories and the later times', async () => {
			const { old, young, become } = await merge();
			await silence(open.store, old, START);
			const { anchor } = await silence(open.store, young, after(HOUR));
			await become();
			const one = await open.store.conversation(young.key);
			expect(await open.store.conversation(old.key)).toEqual(one);
			expect(one).toMatchObject({
				...{ key: young.key, lastInboundId: anchor.id, windowOpenedAt: after(HOUR).toISOString() },
				...{ lastOutboundAt: after(HOUR + MINUTE).toISOString(), lastOutboundBy: 'application' },
			});
			expect(await open.store.transcript(old.key, 10)).toHaveLength(4);
		});

		test.each(['old', 'young'] as const)(
			'a pause of the %s one that still lasts holds for both',
			async (who) => {
				const people = await merge();
				await open.store.ingest([people.old.writes(), people.young.writes()], START);
				for (const [one, until] of [
					['old', who === 'old' ? 9 : 2],
					['young', who === 'young' ? 9 : 2],
				] as const)
					await open.store.pauseConversation(
						{ key: people[one].key },
						{ until: after(until * HOUR) },
						after(MINUTE),
					);
				await people.become();
				expect((await open.store.conversation(people.young.key))?.pausedUntil).toBe(
					after(9 * HOUR).toISOString(),
				);
			},
		);

		test.each(['old', 'young'] as const)('an opt-out of the %s one holds for both', async (who) => {
			const people = await merge();
			await open.store.ingest([people.old.writes(), people.young.writes()], START);
			await open.store.ingest([people[who].writes('stop', after(HOUR))], after(HOUR));
			await people.become();
			expect((await open.store.conversation(people.young.key))?.optedOutAt).toBe(after(HOUR).toISOString());
		});

		test.each([
			['scheduled', 'scheduled', ['ended', 'scheduled']],
			['claimed', 'scheduled', ['ended', 'claimed']],
			['scheduled', 'sending', ['ended', 'sending']],
			['sending', 'scheduled', ['ended', 'sending']],
			['sending', 'sending', ['sending', 'unknown']],
		] as const)('keep one live follow-up of those planned twice (%s, %s)', async (one, other, expected) => {
			const { old, young, become } = await merge();
			const first = await silence(open.store, old);
			const second = await silence(open.store, young);
			const chatbot = newId('chatbot');
			await register(open.store, chatbot);
			const story = { chatbot, customer: old, anchor: first.anchor };
			const planned = [planFor(story), planFor({ ...story, customer: young, anchor: second.anchor })];
			const { scheduled } = await open.store.schedule(planned, START);
			const due = await claim(open.store, chatbot, DUE);
			for (const [index, phase] of [one, other].entries()) {
				const id = scheduled[index]?.id ?? '';
				const leaseToken = due.find((taken) => taken.id === id)?.lease.token ?? '';
				const free = { retryAt: DUE, countsAsAttempt: false };
				if (phase === 'scheduled') await open.store.release([{ id, leaseToken }], free, DUE);
				if (phase !== 'sending') continue;
				await open.store.recordDecision(toSend(id), leaseToken, DUE);
				await open.store.beginSend(id, leaseToken, DUE);
			}
			await become();
			const states = await Promise.all(scheduled.map(async ({ id }) => (await open.store.get(id))?.state));
			expect(
				states.filter((state) => ['scheduled', 'claimed', 'sending'].includes(state ?? '')),
			).toHaveLength(1);
			expect([...states].sort()).toEqual([...expected].sort());
		});

		test('an event of the vanished conversation in the same delivery belongs to the one that stays', async () => {
			const { old, young, become } = await merge();
			await open.store.ingest([old.writes(), young.writes()], START);
			const { events } = await become(young.writes('New phone', after(2 * HOUR)));
			expect(events.map(({ conversation }) => conversation?.lastInboundAt)).toEqual([
				...[after(2 * HOUR).toISOString(), after(2 * HOUR).toISOString()],
			]);
		});
	});
});
