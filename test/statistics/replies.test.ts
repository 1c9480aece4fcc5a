import type { Now } from '../../lib/store/database/now.ts';
import { parseChatbot, type ScheduledFollowUp } from '../../lib/index.ts';
import { newCustomer, newId, type Customer } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';

const TEXT = { kind: 'text' as const, text: 'Shall we?' };
const QUERY = { from: START, to: after(48 * HOUR), timeZone: 'UTC', now: after(200 * HOUR) };

describe.each(databases)('whose a reply is, on $name', (kind) => {
	const shared = useStore(kind);

	/** Customers are silent from the start; these follow-ups come due after so many hours and go, or are held out. */
	async function silence(told: { chatbot: string; hours: number; heldOut?: boolean }[]) {
		const { store } = shared;
		const customer = newCustomer();
		const asked = customer.writes('How much?', START);
		await store.ingest([asked, customer.isAnswered('Ten', after(MINUTE))], after(MINUTE));
		const ids: string[] = [];
		for (const [place, { chatbot, hours, heldOut }] of told.entries()) {
			const now = after(hours * HOUR);
			ids.push(await due(customer, asked.id, { chatbot, followUpId: `f${place}`, now, heldOut }));
		}
		const reply = async (hours: number) =>
			await store.ingest([customer.writes('Yes', after(hours * HOUR))], after(hours * HOUR));
		const states = async () => {
			const all = await Promise.all(ids.map(async (id) => (await store.get(id)) as ScheduledFollowUp));
			return all.map(({ state, repliedAt }) => [state, repliedAt]);
		};
		return { reply, states };
	}

	async function due(
		customer: Customer,
		anchorId: string,
		{
			chatbot,
			followUpId,
			now,
			heldOut,
		}: { chatbot: string; followUpId: string; now: Now; heldOut?: boolean },
	): Promise<string> {
		const { store } = shared;
		const names = ['f0', 'f1', 'f2'].map((name) => ({
			...{ id: name, name, description: 'Silence', messageSource: 'fixed', message: TEXT.text },
		}));
		const settings = { minimumGapMinutes: 0, maxPerCustomer: 0, maxUnanswered: 0 };
		await store.registerChatbot(
			parseChatbot({ id: chatbot, stopCondition: 'Bought', followUps: names, settings }),
			START,
		);
		const times = { requestedAt: now.toISOString(), allowedAt: now.toISOString(), dueAt: now.toISOString() };
		const about = { conversation: customer.key, chatbot, followUpId, name: followUpId, reasons: [] };
		await store.schedule([{ ...about, ...times, anchor: { id: anchorId, at: START.toISOString() } }], START);
		const [claim] = await store.claimDue({ chatbot, now, limit: 1, leaseMs: HOUR });
		if (!claim) throw new Error('It is due');
		const decision = { scheduledId: claim.id, followUpId, sentence: 'because' };
		const { token } = claim.lease;
		if (heldOut) {
			await store.recordDecision({ ...decision, action: 'skip', code: 'held_out' }, token, now);
			return claim.id;
		}
		await store.recordDecision(
			{ ...decision, action: 'send', code: 'decided_send', content: TEXT },
			token,
			now,
		);
		await store.beginSend(claim.id, token, now);
		await store.finishSend(claim.id, { outcome: 'accepted', messageId: newId('wamid') }, now);
		return claim.id;
	}

	test('the second message after a follow-up is no answer to the one before it', async () => {
		const chatbot = newId('bot');
		const { reply, states } = await silence([
			{ chatbot, hours: 2 },
			{ chatbot, hours: 4 },
		]);
		await reply(5);
		await reply(6);
		expect(await states()).toEqual([
			['accepted', undefined],
			['replied', after(5 * HOUR).toISOString()],
		]);
		const { total } = await shared.store.statistics({ ...QUERY, chatbot });
		expect(total).toMatchObject({ sent: 2, replied: 1 });
	});

	test('what another chatbot held out takes no reply from what was sent', async () => {
		const [sender, other] = [newId('bot'), newId('bot')];
		const { reply, states } = await silence([
			{ chatbot: sender, hours: 2 },
			{ chatbot: other, hours: 4, heldOut: true },
		]);
		await reply(5);
		expect((await states())[0]).toEqual(['replied', after(5 * HOUR).toISOString()]);
		const query = { ...QUERY, detectableDifference: 0.5 };
		expect((await shared.store.statistics({ ...query, chatbot: sender })).total.replied).toBe(1);
		const held = (await shared.store.statistics({ ...query, chatbot: other })).holdOut[0];
		expect(held?.heldOut.reply).toMatchObject({ count: 1, of: 1 });
	});

	test('a reply to what was held out is still known when the messages are deleted', async () => {
		const chatbot = newId('bot');
		const { reply, states } = await silence([{ chatbot, hours: 2, heldOut: true }]);
		await reply(5);
		await reply(7);
		expect(await states()).toEqual([['ended', after(5 * HOUR).toISOString()]]);
		const keep = { messageDays: 1, followUpDays: 400, auditDays: 400, now: after(100 * HOUR) };
		await shared.store.sweep(keep);
		const { holdOut } = await shared.store.statistics({ ...QUERY, chatbot });
		expect(holdOut[0]?.heldOut.reply).toMatchObject({ count: 1, of: 1 });
	});
});
