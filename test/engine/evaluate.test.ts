import type { INodeExecutionData } from 'n8n-workflow';
import { sharedStore } from '../../lib/index.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { newCustomer, newId } from '../support/customer.ts';
import { deepFreeze } from '../support/deep-freeze.ts';
import { dueItems } from '../support/due-trigger.ts';
import { runWorkflow } from '../support/engine.ts';
import { flow, reminder, rulesOnly } from '../support/flow.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';
import { wrote } from '../support/wrote.ts';

const NOW = after(MINUTE);

beforeEach(() => setClock(NOW));
afterAll(releaseClock);

const keys = (items: INodeExecutionData['json'][]) =>
	items.map(({ conversation }) => (conversation as { key?: string } | undefined)?.key);
const paired = (items: INodeExecutionData[] | undefined) => items?.map(({ pairedItem }) => pairedItem);

test('every customer gets a plan of their own, linked to the item it came from', async () => {
	const customers = [newCustomer(), newCustomer({ channel: 'instagram' }), newCustomer()];
	const items = await Promise.all(customers.map(wrote));
	const ran = await runWorkflow(flow(rulesOnly(newId('chatbot'))), { start: 'Start', items });
	expect(keys(ran.json('Evaluate'))).toEqual(customers.map(({ key }) => key));
	expect(paired(ran.outputs('Evaluate')[0])).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	expect(paired(ran.outputs('Schedule')[0])).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	expect(ran.json('Schedule')).toMatchObject([{ created: true }, { created: true }, { created: true }]);
	expect(ran.ran('Send')).toBe(false);
});

test('several messages of one customer give one plan', async () => {
	const customer = newCustomer();
	const items = [await wrote(customer), await wrote(customer)];
	const ran = await runWorkflow(flow(rulesOnly(newId('chatbot'))), { start: 'Start', items });
	expect(keys(ran.json('Evaluate'))).toEqual([customer.key]);
});

test('what is not planned comes out under Ended with its reason', async () => {
	const customer = newCustomer({ channel: 'messenger' });
	const followUps = {
		values: [
			reminder({ name: 'Off', active: false }),
			reminder({ name: 'Elsewhere', platforms: ['whatsapp'] }),
			reminder({ name: 'Here' }),
		],
	};
	const items = [await wrote(customer)];
	const ran = await runWorkflow(flow(rulesOnly(newId('chatbot'), { followUps })), { start: 'Start', items });
	expect(ran.json('Evaluate', 0)).toMatchObject([{ followUp: { name: 'Here' } }]);
	expect(ran.json('Evaluate', 2)).toMatchObject([
		{ followUp: { name: 'Off' }, decision: { action: 'skip', code: 'definition_inactive' } },
		{ followUp: { name: 'Elsewhere' }, decision: { action: 'skip', code: 'platform_not_selected' } },
	]);
});

test('due follow-ups are decided: send to who is still silent, end what was switched off', async () => {
	const chatbotId = newId('chatbot');
	const customers = [newCustomer(), newCustomer()];
	const both = { values: [reminder(), reminder({ name: 'Second' })] };
	const items = await Promise.all(customers.map(wrote));
	await runWorkflow(flow(rulesOnly(chatbotId, { followUps: both })), { start: 'Start', items });

	setClock(after(4 * HOUR));
	const due = await dueItems(chatbotId);
	expect(due).toHaveLength(4);
	const settings = { minimumGapMinutes: 0 };
	const followUps = { values: [reminder(), reminder({ name: 'Second', active: false })] };
	const json = flow(rulesOnly(chatbotId, { followUps, settings }));
	json.connections.Evaluate = { main: [] };
	const ran = await runWorkflow(json, { start: 'Start', items: due });
	expect(ran.error('Evaluate')?.message).toBeUndefined();
	expect(keys(ran.json('Evaluate', 1)).sort()).toEqual(customers.map(({ key }) => key).sort());
	expect(ran.json('Evaluate', 1)).toMatchObject([
		{ content: { text: 'Shall we?' } },
		{ content: { text: 'Shall we?' } },
	]);
	expect(ran.json('Evaluate', 2)).toMatchObject([
		...[{ followUp: { state: 'ended' }, decision: { code: 'definition_inactive' } }],
		...[{ followUp: { state: 'ended' }, decision: { code: 'definition_inactive' } }],
	]);
	for (const output of [1, 2]) {
		for (const { json: given, pairedItem } of ran.outputs('Evaluate')[output] ?? []) {
			const from = due[(pairedItem as { item: number }).item]?.json as { followUp: { scheduledId: string } };
			expect((given.followUp as { scheduledId: string }).scheduledId).toBe(from.followUp.scheduledId);
		}
	}
});

test('whoever replied between coming due and the decision comes out nowhere', async () => {
	const chatbotId = newId('chatbot');
	const customer = newCustomer();
	await runWorkflow(flow(rulesOnly(chatbotId)), { start: 'Start', items: [await wrote(customer)] });
	setClock(after(4 * HOUR));
	const due = await dueItems(chatbotId);
	await (await sharedStore()).ingest([customer.writes('Tuesday', after(4 * HOUR))], after(4 * HOUR));
	const ran = await runWorkflow(flow(rulesOnly(chatbotId)), { start: 'Start', items: due });
	expect(ran.outputs('Evaluate').map((items) => items.length)).toEqual([0, 0, 0, 0]);
	expect(ran.ran('Send')).toBe(false);
});

describe('an item that holds nothing of a conversation', () => {
	const stranger: INodeExecutionData = { json: { hello: 'world' } };

	test('stops the run and says what to connect', async () => {
		const items = [await wrote(), stranger];
		const ran = await runWorkflow(flow(rulesOnly(newId('chatbot'))), { start: 'Start', items });
		expect(ran.status).toBe('error');
		expect(ran.error('Evaluate')).toMatchObject({
			...{ message: 'The item names no conversation', context: { itemIndex: 1 } },
			description: expect.stringContaining('Follow-Up Due Trigger') as string,
		});
	});

	test('with "Continue" it comes out under Ended, and the others are planned', async () => {
		const items = [stranger, await wrote()];
		const json = flow(rulesOnly(newId('chatbot')), 'continueRegularOutput');
		const ran = await runWorkflow(json, { start: 'Start', items });
		expect(ran.outputs('Evaluate').map((output) => output.length)).toEqual([1, 0, 1, 0]);
		expect(ran.outputs('Evaluate')[2]).toMatchObject([
			{ json: { error: 'The item names no conversation' }, pairedItem: { item: 0 } },
		]);
	});

	test('with an error output it comes out there, with what to do', async () => {
		const items = [stranger, await wrote()];
		const json = flow(rulesOnly(newId('chatbot')), 'continueErrorOutput');
		const ran = await runWorkflow(json, { start: 'Start', items });
		expect(ran.outputs('Evaluate').map((output) => output.length)).toEqual([1, 0, 0, 0, 1]);
		expect(ran.json('Evaluate', 4)).toMatchObject([
			{
				error: 'The item names no conversation',
				message: expect.stringContaining('Follow-Up Due Trigger') as string,
			},
		]);
	});

	test.each([
		['Follow-Up Schedule', 'Schedule', 'The item holds no planned follow-up'],
		['Meta Messaging', 'Send', 'The item holds no decided follow-up'],
	])('%s says which output to connect', async (_name, node, message) => {
		const json = flow({});
		json.connections = { Start: { main: [[{ node, type: 'main', index: 0 }]] } };
		const credentials = { metaMessagingApi: { graphBaseUrl: 'http://localhost:1', graphVersion: 'v27.0' } };
		const ran = await runWorkflow(json, { start: 'Start', items: [stranger], credentials });
		expect(ran.error(node)).toMatchObject({
			...{ message, context: { itemIndex: 0 } },
			description: expect.stringMatching(
				/Connect the (Schedule|Send) output of Follow-Up Evaluate/,
			) as string,
		});
	});
});

/** The engine itself adds links to items; what they hold is the user's. */
const frozen = (items: INodeExecutionData[]) => items.map(({ json }) => ({ json: deepFreeze(json) }));

test('no node changes the items it is given', async () => {
	const chatbotId = newId('chatbot');
	const items = frozen([await wrote(), await wrote()]);
	const copy = structuredClone(items.map(({ json }) => json));
	const ran = await runWorkflow(flow(rulesOnly(chatbotId)), { start: 'Start', items });
	expect(ran.status).toBe('success');
	expect(ran.json('Start')).toEqual(copy);
	const planned = ran.json('Evaluate').map(({ plan }) => plan);
	expect(planned).toHaveLength(2);
	expect(planned.every((plan) => plan !== undefined)).toBe(true);

	setClock(after(4 * HOUR));
	const due = frozen(await dueItems(chatbotId));
	const decided = await runWorkflow(flow(rulesOnly(chatbotId)), { start: 'Start', items: due });
	expect(decided.error('Evaluate')?.message).toBeUndefined();
	expect(decided.json('Start')).toEqual(due.map(({ json }) => json));
});
