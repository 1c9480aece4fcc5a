import { conversationKey } from '../../../lib/messaging/conversation-key.ts';
import { ACCOUNT, newCustomer } from '../../support/customer.ts';
import { followUpAt } from '../../support/scheduled.ts';
import { databases, useStore } from '../../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../../support/time.ts';

let counter = 0;

/** A number nobody has had yet, as the shop dials it and as Meta names it. */
function number(country: 'Mexico' | 'Argentina' | 'Brazil') {
	const rest = String(10_000_000 + ++counter).slice(1);
	if (country === 'Brazil')
		return { dialled: `5511${`98${rest}`.slice(0, 9)}`, named: `5511${`8${rest}`.slice(0, 8)}` };
	const ten = `55${rest}0`.slice(0, 10);
	return country === 'Mexico'
		? { dialled: `52${ten}`, named: `521${ten}` }
		: { dialled: `54${ten}`, named: `549${ten}` };
}

const key = (contact: string) => conversationKey({ channel: 'whatsapp', account: ACCOUNT, contact });

describe.each(databases)('one phone under two writings, on $name', (kind) => {
	const open = useStore(kind);

	describe.each(['Mexico', 'Argentina', 'Brazil'] as const)('of %s', (country) => {
		test('who was written to under one and answers under the other has one conversation', async () => {
			const { dialled, named } = number(country);
			await open.store.ensureConversation(key(dialled), { phone: dialled }, START);
			const event = {
				...({ kind: 'message', id: `wamid.${named}`, channel: 'whatsapp', account: ACCOUNT } as const),
				...{
					contact: { id: named, phone: named },
					at: after(MINUTE).toISOString(),
					opensWindow: true,
					raw: {},
				},
				message: { id: `wamid.${named}`, type: 'text', text: 'Hola' },
			};
			await open.store.ingest([event], after(MINUTE));
			const [one, other] = [
				await open.store.conversation(key(dialled)),
				await open.store.conversation(key(named)),
			];
			expect(one).toEqual(other);
			expect(one?.lastInboundId).toBe(event.id);
			expect(await open.store.transcript(key(dialled), 10)).toHaveLength(1);
		});

		test('an opt-out by hand under one writing holds for the other', async () => {
			const { dialled, named } = number(country);
			await open.store.ensureConversation(key(named), { phone: named }, START);
			await open.store.optOut(
				{ key: key(`+${dialled.slice(0, 2)} ${dialled.slice(2)}`) },
				'all',
				after(MINUTE),
			);
			expect((await open.store.conversation(key(named)))?.optedOutAt).toBe(after(MINUTE).toISOString());
		});

		test('whoever asks by the other writing finds, changes and deletes the one conversation there is', async () => {
			const { dialled, named } = number(country);
			const { store } = open;
			const customer = newCustomer({ contact: { id: named, phone: named } });
			const { now } = await followUpAt(store, 'scheduled', { customer });
			const other = { key: key(dialled) };
			const ids = async (contact: string) =>
				(await store.listConversations({ contact }, { limit: 9 }, START)).items.map((one) => one.key);
			expect(await ids(dialled)).toEqual([customer.key]);
			expect(await store.list({ conversation: other.key })).toHaveLength(1);
			const listed = await store.listScheduled({ conversation: other.key }, { limit: 9 });
			expect(listed.items).toHaveLength(1);
			expect(await store.pauseConversation(other, { until: after(9 * HOUR) }, START)).toMatchObject({
				moved: 1,
			});
			expect(await store.resumeConversation(other, after(MINUTE))).toMatchObject({ changed: true });
			expect(await store.cancel(other.key, {}, after(MINUTE))).toBe(1);
			expect(await now()).toMatchObject({ state: 'ended', reason: { code: 'cancelled_by_user' } });
			await store.markConverted(other, {}, after(HOUR));
			await store.optOut(other, 'all', after(HOUR));
			expect(await store.conversation(customer.key)).toMatchObject({
				...{ convertedAt: after(HOUR).toISOString(), optedOutBy: 'business' },
			});
			expect(await store.optIn(other, 'By phone', after(2 * HOUR))).toMatchObject({ changed: true });
			const said = { by: 'application', text: 'Thank you' } as const;
			await store.addMessage(other, said, after(2 * HOUR));
			expect(await store.transcript(customer.key, 9)).toHaveLength(3);
			expect(await store.deleteConversation(other, { keepOptOut: false }, START)).toMatchObject({
				messages: 3,
			});
			expect(await store.conversation(customer.key)).toBeUndefined();
			await expect(store.optOut(other, 'all', after(3 * HOUR))).rejects.toThrow(named);
			expect(await ids(dialled)).toEqual([]);
		});
	});
});
