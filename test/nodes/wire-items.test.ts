import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { sharedStore, type Conversation } from '../../lib/index.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { newCustomer, newId } from '../support/customer.ts';
import { dueItems } from '../support/due-trigger.ts';
import { runWorkflow } from '../support/engine.ts';
import { eventItem, flow, rulesOnly } from '../support/flow.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';

/**
 * The names on the wire are the package's API: expressions of users depend on them. A name that is listed here may not be
 * renamed or left out; a new one is added here.
 */
const CONVERSATION = [
	...['account', 'channel', 'contact.id', 'key', 'lastInboundAt', 'lastInboundId', 'lastOutboundAt'],
	...['lastOutboundBy', 'window.closesAt', 'window.isOpen', 'window.openedBy', 'window.opensAt'],
	...['window.remainingMs', 'windowOpenedAt', 'windowOpenedBy'],
];
const TIMES = ['allowedAt', 'chatbot', 'dueAt', 'id', 'name', 'reasons', 'requestedAt'];
const STORED = [...TIMES, 'attempts', 'scheduledId', 'state'].sort();

function names(value: unknown, path = ''): string[] {
	if (Array.isArray(value) || typeof value !== 'object' || value === null) return [path];
	return Object.entries(value)
		.flatMap(([key, inside]) => names(inside, path === '' ? key : `${path}.${key}`))
		.sort();
}

const chatbotId = newId('chatbot');
const customer = newCustomer();
let planned: IDataObject[], kept: IDataObject[], due: INodeExecutionData[], decided: IDataObject[];

beforeAll(async () => {
	setClock(after(MINUTE));
	const store = await sharedStore();
	const asked = customer.writes();
	await store.ingest([asked, customer.isAnswered('Which day?', after(MINUTE))], START);
	const conversation = (await store.conversation(customer.key)) as Conversation;
	const items = [eventItem(asked, conversation, new Date())];
	const first = await runWorkflow(flow(rulesOnly(chatbotId)), { start: 'Start', items });
	[planned, kept] = [first.json('Evaluate'), first.json('Schedule')];
	setClock(after(4 * HOUR));
	due = await dueItems(chatbotId);
	const json = flow(rulesOnly(chatbotId));
	json.connections.Evaluate = { main: [] };
	decided = (await runWorkflow(json, { start: 'Start', items: due })).json('Evaluate', 1);
});
afterAll(releaseClock);

/** `conversation` may come to know more of a customer; what it always has is listed. */
const expectConversation = (item: IDataObject | undefined) =>
	expect(names(item?.conversation)).toEqual(expect.arrayContaining(CONVERSATION));

test('Schedule: conversation, followUp with its three times, plan', () => {
	expect(Object.keys(planned[0] ?? {}).sort()).toEqual(['conversation', 'followUp', 'plan']);
	expectConversation(planned[0]);
	expect(names(planned[0]?.followUp)).toEqual(TIMES);
});

test('Scheduled: the same without the plan, with what the store knows', () => {
	expect(Object.keys(kept[0] ?? {}).sort()).toEqual(['conversation', 'created', 'followUp']);
	expect(names(kept[0]?.followUp)).toEqual(STORED);
});

test('Due: conversation and followUp with the lease of the run', () => {
	expect(Object.keys(due[0]?.json ?? {}).sort()).toEqual(['conversation', 'followUp']);
	expectConversation(due[0]?.json);
	expect(names(due[0]?.json.followUp)).toEqual([...STORED, 'leaseToken'].sort());
});

test('Send: conversation, followUp, decision with its reason, content', () => {
	expect(Object.keys(decided[0] ?? {}).sort()).toEqual(['content', 'conversation', 'decision', 'followUp']);
	expectConversation(decided[0]);
	expect(names(decided[0]?.followUp)).toEqual([...STORED, 'leaseToken'].sort());
	expect(names(decided[0]?.decision)).toEqual(['action', 'code', 'followUpId', 'reason', 'scheduledId']);
	expect(names(decided[0]?.content)).toEqual(['kind', 'text']);
});

test('times are ISO 8601 in UTC and reasons carry code and sentence', () => {
	const { requestedAt, allowedAt, dueAt } = planned[0]?.followUp as Record<string, string>;
	for (const time of [requestedAt, allowedAt, dueAt]) expect(new Date(time ?? '').toISOString()).toBe(time);
	expect(dueAt).toBe(after(4 * HOUR).toISOString());
});
