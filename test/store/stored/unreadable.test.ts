import { parseChatbot, switchFollowUp, type ScheduledFollowUp } from '../../../lib/index.ts';
import type { Schema } from '../../../lib/store/database/schema.ts';
import { newCustomer, newId } from '../../support/customer.ts';
import { inTables } from '../../support/raw-store.ts';
import { DUE, claim, followUpAt, toSend } from '../../support/scheduled.ts';
import { databases, useStore } from '../../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../../support/time.ts';

/** What no release can make sense of. */
const BROKEN = ['{"name":', 'null', '[]', '"text"', '{}'];

const followUps = ['First', 'Second'].map((name) => ({
	...{ id: name.toLowerCase(), name, delay: 4, description: 'When an appointment is not confirmed' },
	...{ messageSource: 'fixed' as const, message: 'Shall we?' },
}));

describe.each(databases)('what is stored and cannot be read, on $name', (kind) => {
	const open = useStore(kind);

	/** Overwrites one column of one row, as another release might have. */
	const overwrite = async (
		table: keyof Schema,
		row: Record<string, string>,
		columns: Record<string, string | null>,
	): Promise<void> =>
		await inTables(open.database.options, async (db) => {
			let update = db.updateTable(table as 'scheduled_follow_ups').set(columns);
			for (const [column, value] of Object.entries(row)) update = update.where(column as 'id', '=', value);
			expect(Number((await update.executeTakeFirstOrThrow()).numUpdatedRows)).toBe(1);
		});

	/** A chatbot that its node has registered, and what a message of a new customer brings. */
	async function registered() {
		const id = newId('chatbot');
		const source = { id: newId('source'), version: 'one', templates: [] };
		const read = parseChatbot({ id, stopCondition: 'When the customer confirms', followUps });
		const register = async () => await open.store.registerChatbot(read, START, source);
		await register();
		const customer = newCustomer();
		const writes = async (at = after(MINUTE), text = 'Hello') =>
			await open.store.ingest([customer.writes(text, at)], at, { planBy: [source] });
		return { id, source, customer, writes, register };
	}

	test.each(BROKEN)(
		'a follow-up (%s) is left out with its reason, and the delivery is taken',
		async (json) => {
			const { id, source, writes, register } = await registered();
			await overwrite(
				'follow_up_definitions',
				{ chatbot: id, follow_up: 'first' },
				{ definition_json: json },
			);
			const taken = await writes();
			expect(taken).toMatchObject({ planned: 1, unknownSources: [source] });
			const why = expect.stringMatching(/\w/) as string;
			expect(taken.unreadable).toEqual([{ chatbot: id, id: 'first', name: 'First', why }]);
			const [first, second] = await open.store.listFollowUps({ chatbot: id });
			expect(first).toMatchObject({ id: 'first', active: false, unreadable: taken.unreadable[0]?.why });
			expect(second).not.toHaveProperty('unreadable');
			await expect(open.store.knownChatbot(id)).rejects.toThrow('"First" cannot be read');

			// Its node writes it anew, and then all is as ever.
			await register();
			expect(await writes(after(HOUR))).toMatchObject({ planned: 2, unknownSources: [], unreadable: [] });
		},
	);

	test('a follow-up that cannot be read is not switched on; it can be switched off', async () => {
		const { id } = await registered();
		await overwrite('follow_up_definitions', { chatbot: id, follow_up: 'first' }, { definition_json: '{}' });
		const to = async (wanted: 'on' | 'off') =>
			await switchFollowUp(open.store, { chatbot: id, followUp: 'First', to: wanted }, START);
		await expect(to('on')).rejects.toThrow('"First" cannot be read');
		expect(await to('off')).toMatchObject({ active: false });
	});

	test.each(BROKEN.slice(0, 4))('settings (%s) leave out the chatbot, and only it', async (json) => {
		const [broken, whole] = [await registered(), await registered()];
		await overwrite('chatbots', { id: broken.id }, { settings_json: json });
		expect(await broken.writes()).toMatchObject({
			...{ planned: 0, unknownSources: [broken.source] },
			unreadable: [{ id: 'first' }, { id: 'second' }],
		});
		expect(await whole.writes()).toMatchObject({ planned: 2, unreadable: [] });
		expect((await open.store.listFollowUps({ chatbot: broken.id })).every((one) => one.unreadable)).toBe(
			true,
		);
		expect((await open.store.listChatbots()).map(({ id }) => id)).toContain(broken.id);
	});

	test('settings that cannot be read keep their opt-out words', async () => {
		const { id, customer, writes } = await registered();
		await overwrite('chatbots', { id }, { settings_json: '{"extraOptOutWords":["chaolin"],"timeZone":7}' });
		await writes(after(MINUTE), 'Chaolin');
		expect(await open.store.conversation(customer.key)).toMatchObject({ optedOutBy: 'customer' });
	});

	test('what was heard of templates counts as not heard', async () => {
		const { source, writes } = await registered();
		await overwrite('chatbot_sources', { id: source.id }, { templates_json: '[{"name":7},' });
		expect(await writes()).toMatchObject({ planned: 2 });
	});

	test('nothing is sent by a definition that cannot be read', async () => {
		const { id, leaseToken, chatbot, now } = await followUpAt(open.store, 'decided');
		await overwrite('follow_up_definitions', { chatbot, follow_up: 'reminder' }, { definition_json: '{}' });
		expect(await open.store.beginSend(id, leaseToken, DUE)).toMatchObject({
			...{ ok: false, reason: { code: 'stored_unreadable' } },
		});
		expect(await now()).toMatchObject({ state: 'ended', reason: { code: 'stored_unreadable' } });
	});

	test.each(BROKEN)('a message (%s) that cannot be read is not sent', async (json) => {
		const { id, leaseToken, now } = await followUpAt(open.store, 'decided');
		await overwrite('scheduled_follow_ups', { id }, { content_json: json });
		expect(await open.store.beginSend(id, leaseToken, DUE)).toMatchObject({ ok: false });
		expect(await now()).toMatchObject({ state: 'ended', reason: { code: 'stored_unreadable' } });
	});

	test.each(BROKEN)(
		'all JSON of a follow-up (%s): it is listed, claimed and decided all the same',
		async (json) => {
			const { id, chatbot, now } = await followUpAt(open.store, 'scheduled');
			await overwrite(
				'scheduled_follow_ups',
				{ id },
				{
					reasons_json: json,
					content_json: json,
					decision_json: json,
					foreseen_json: json,
					error_json: json,
				},
			);
			expect(await open.store.list({ chatbot })).toMatchObject([{ id, reasons: [] }]);
			const [due] = await claim(open.store, chatbot, DUE);
			const wait = { ...toSend(id), action: 'wait' as const, until: after(5 * HOUR).toISOString() };
			expect(await open.store.recordDecision(wait, due?.lease.token ?? '', DUE)).toBe(true);
			expect(await now()).toMatchObject({ state: 'scheduled', reasons: [{ code: 'decided_send' }] });
		},
	);

	test.each(BROKEN)('a plan that waits (%s) is dropped when its place becomes free', async (json) => {
		const { id, customer, now } = await followUpAt(open.store, 'sending');
		await overwrite('scheduled_follow_ups', { id }, { next_plan_json: json });
		await open.store.finishSend(id, { outcome: 'accepted', messageId: newId('wamid') }, DUE);
		expect(await now()).toMatchObject({ state: 'accepted' });
		expect((await open.store.list({ conversation: customer.key })).length).toBe(1);
	});

	test.each(BROKEN)('an old refusal (%s), costs and a lost answer do not stop a delivery', async (json) => {
		const customer = newCustomer({ channel: 'messenger' });
		const { id, leaseToken } = await followUpAt(open.store, 'decided', { customer });
		await open.store.beginSend(id, leaseToken, DUE);
		await open.store.finishSend(id, { outcome: 'unknown', message: 'no answer' }, DUE);
		await overwrite('scheduled_follow_ups', { id }, { content_json: json, error_json: json });
		const echo = customer.isAnswered('Shall we go ahead with your appointment?', after(5 * HOUR));
		const said = customer.writes('Yes', after(6 * HOUR));
		expect((await open.store.ingest([echo, said], after(6 * HOUR))).events).toHaveLength(2);
		expect(await open.store.conversation(customer.key)).toMatchObject({ lastInboundAt: said.at });
	});

	test.each(BROKEN)('rates (%s) that cannot be read make the price unknown', async (json) => {
		const { id, customer } = await followUpAt(open.store, 'sending');
		const messageId = newId('wamid');
		await open.store.finishSend(id, { outcome: 'accepted', messageId }, DUE);
		const cost = { channel: customer.channel, account: '1', messageId, scheduledId: id, currency: 'USD' };
		await open.store.noteCost({ ...cost, rates: { marketing: 0.01 } }, DUE);
		await overwrite('message_costs', { message_id: messageId }, { rates_json: json });
		const status = customer.status(messageId, 'delivered', after(5 * HOUR));
		const priced = {
			...status,
			status: { ...status.status, pricing: { category: 'marketing' } },
		} as typeof status;
		expect((await open.store.ingest([priced], after(5 * HOUR))).events).toHaveLength(1);
		expect(((await open.store.get(id)) as ScheduledFollowUp).state).toBe('delivered');
	});

	test.each(BROKEN)('a line of the log (%s) does not stop the recovery of leases', async (json) => {
		const { id, now } = await followUpAt(open.store, 'decided');
		await inTables(open.database.options, async (db) => {
			await db.updateTable('audit_log').set({ detail_json: json }).where('scheduled_id', '=', id).execute();
		});
		expect((await open.store.audit(id)).length).toBeGreaterThan(2);
		await open.store.recoverLeases(after(24 * HOUR));
		expect(await now()).toMatchObject({ state: 'scheduled' });
	});
});
