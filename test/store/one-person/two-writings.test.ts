import { conversationKey } from '../../../lib/messaging/conversation-key.ts';
import { ACCOUNT } from '../../support/customer.ts';
import { databases, useStore } from '../../support/stores.ts';
import { MINUTE, START, after } from '../../support/time.ts';

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
	});
});
