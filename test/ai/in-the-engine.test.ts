import type { INodeParameters } from 'n8n-workflow';
import { sharedStore } from '../../lib/index.ts';
import type { ChatModel } from '../../nodes/FollowUpEvaluate/connected-model.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { newCustomer, newId, type Customer } from '../support/customer.ts';
import { dueItems } from '../support/due-trigger.ts';
import { runWorkflow, sandboxCredentials, type Ran } from '../support/engine.ts';
import { eventItem, flow, reminder } from '../support/flow.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';
import { provideChatModel, withChatModel } from './support/chat-model-node.ts';
import { useModelServer } from './support/model-server.ts';
import { answerOf } from './support/scripted-model.ts';

const server = useModelServer();
afterAll(releaseClock);
afterEach(() => jest.restoreAllMocks());

const ASKS = 'Hi, I would like an appointment please';
const DONE = 'Thanks, I confirm the appointment for my daughter Sofia';

const parameters = (chatbotId: string, more: INodeParameters = {}): INodeParameters => ({
	...{ chatbotId, stopCondition: 'When the customer confirms the appointment' },
	followUps: { values: [reminder({ messageSource: 'ai', message: '' })] },
	...more,
});

const BY_SERVER = {
	decideBy: 'openAiCompatible',
	model: { __rl: true, mode: 'id', value: 'sandbox-rules-1' },
};
const BY_CHAT_MODEL = { decideBy: 'connectedModel' };

/** Customers who wrote and were answered, each with a follow-up that is due now. */
async function dueFor(chatbotId: string, evaluate: INodeParameters, texts: string[]) {
	const store = await sharedStore();
	setClock(after(MINUTE));
	const customers = texts.map(() => newCustomer());
	const items = await Promise.all(
		customers.map(async (customer, index) => {
			const asked = customer.writes(texts[index]);
			await store.ingest([asked, customer.isAnswered('Which day suits you?', after(MINUTE))], after(MINUTE));
			const conversation = await store.conversation(customer.key);
			if (!conversation) throw new Error('The message was not taken in');
			return eventItem(asked, conversation, after(MINUTE));
		}),
	);
	const planned = await runWorkflow(flow({ ...evaluate, ...BY_SERVER }), {
		start: 'Start',
		items,
	});
	expect(planned.outputs('Schedule')[0]).toHaveLength(texts.length);
	setClock(after(4 * HOUR));
	const due = await dueItems(chatbotId);
	expect(due).toHaveLength(texts.length);
	return { customers, due };
}

function decideOnly(evaluate: INodeParameters) {
	const json = flow(evaluate);
	json.connections.Evaluate = { main: [] };
	return json;
}

/** For each customer: what was decided. */
function decided(ran: Ran, customers: Customer[]): string[] {
	const all = ran.outputs('Evaluate').flat();
	return customers.map(({ key }) => {
		const found = all.find(
			({ json }) => (json.conversation as { key?: string } | undefined)?.key === key,
		)?.json;
		const { action, code } = (found?.decision ?? {}) as { action?: string; code?: string };
		return `${action} ${code}`;
	});
}

const statesOf = async (customers: Customer[]) => {
	const store = await sharedStore();
	const rows = await Promise.all(customers.map(async ({ key }) => await store.list({ conversation: key })));
	return rows.flat();
};

/** One that answers as the sandbox does, fails for whoever says so, and asks nobody else. */
const chatModel: ChatModel = {
	model: 'fake-chat-1',
	invoke: async (messages) => {
		const question = messages.at(-1)?.content ?? '';
		if (question.includes('overload')) throw Object.assign(new Error('overloaded'), { status: 529 });
		const stop = { met: question.includes('Sofia'), reason: 'The customer confirmed' };
		const message = 'Hi, shall we go on with your appointment?';
		return {
			content: [{ type: 'text', text: answerOf({ stop, followUps: [{ name: 'Reminder', message }] }) }],
			usage_metadata: { input_tokens: 640, output_tokens: 60 },
		};
	},
};

describe.each([
	// The first one leaves out of what kind a stop is.
	['a connected chat model', BY_CHAT_MODEL, 'fake-chat-1', 'stopped'],
	['an OpenAI-compatible server', BY_SERVER, 'sandbox-rules-1', 'stopped_goal'],
])('a batch decided by %s', (_source, decideBy, name, stopped) => {
	beforeEach(() => provideChatModel(chatModel));
	const run = async (evaluate: INodeParameters, items: Awaited<ReturnType<typeof dueFor>>['due']) => {
		const json = decideOnly(evaluate);
		return await runWorkflow(decideBy === BY_CHAT_MODEL ? withChatModel(json) : json, {
			...{ start: 'Start', items },
			credentials: sandboxCredentials(server.url().replace(/\/v1$/, '')),
		});
	};

	test('sends to one, stops for the other, and the log knows why and what it cost but not what was said', async () => {
		const chatbotId = newId('chatbot');
		const evaluate = parameters(chatbotId, decideBy);
		const { customers, due } = await dueFor(chatbotId, evaluate, [ASKS, DONE]);
		const ran = await run(evaluate, due);
		expect(ran.error('Evaluate')?.message).toBeUndefined();
		expect(decided(ran, customers)).toEqual(['send decided_send', `stop ${stopped}`]);
		const store = await sharedStore();
		for (const { id } of await statesOf(customers)) {
			const log = await store.audit(id);
			expect(log.at(-1)?.detail).toMatchObject({
				...{ model: name, calls: 1, promptVersion: expect.stringMatching(/^\d{4}-/) as string },
				...{ reason: expect.any(String) as string, action: expect.any(String) as string },
				...{ inputTokens: expect.any(Number) as number, outputTokens: expect.any(Number) as number },
			});
			expect(JSON.stringify(log)).not.toMatch(/Sofia|would like|sandbox-model-key/);
		}
	});
});

test('one conversation the model chokes on waits, and the others of the batch go on', async () => {
	provideChatModel(chatModel);
	const chatbotId = newId('chatbot');
	const evaluate = parameters(chatbotId, BY_CHAT_MODEL);
	const { customers, due } = await dueFor(chatbotId, evaluate, [`overload ${ASKS}`, ASKS]);
	const ran = await runWorkflow(withChatModel(decideOnly(evaluate)), { start: 'Start', items: due });
	expect(decided(ran, customers)).toEqual(['wait ai_retry', 'send decided_send']);
});

test('a server that is down is asked for two conversations and a harmless question, and not for the others', async () => {
	let asked = 0;
	provideChatModel({
		invoke: async () => {
			asked++;
			throw Object.assign(new Error('down'), { status: 503 });
		},
	});
	const chatbotId = newId('chatbot');
	const evaluate = parameters(chatbotId, BY_CHAT_MODEL);
	const { customers, due } = await dueFor(chatbotId, evaluate, Array<string>(5).fill(ASKS));
	const ran = await runWorkflow(withChatModel(decideOnly(evaluate)), { start: 'Start', items: due });
	expect(new Set(decided(ran, customers))).toEqual(new Set(['wait ai_retry']));
	expect(asked).toBe(3);
});

describe('a model that cannot be used stops the batch with nothing lost', () => {
	test.each([
		['a wrong key', { apiKey: 'wrong' }, {}, 'refused the key'],
		['an unknown model', {}, { model: { __rl: true, mode: 'id', value: 'gpt-none' } }, 'gpt-none'],
	])('%s', async (_what, credential, more, message) => {
		const chatbotId = newId('chatbot');
		const evaluate = parameters(chatbotId, { ...BY_SERVER, ...more });
		const { customers, due } = await dueFor(chatbotId, evaluate, [ASKS, ASKS]);
		const credentials = sandboxCredentials(server.url().replace(/\/v1$/, ''));
		credentials.openAiCompatibleApi = { ...credentials.openAiCompatibleApi, ...credential };
		const ran = await runWorkflow(decideOnly(evaluate), { start: 'Start', items: due, credentials });
		expect(ran.status).toBe('error');
		expect(ran.error('Evaluate')?.message).toContain(message);
		expect((ran.error('Evaluate') as { description?: string } | undefined)?.description).toBeTruthy();
		const rows = await statesOf(customers);
		expect(rows.map(({ state, attempts }) => [state, attempts])).toEqual([
			['scheduled', 0],
			['scheduled', 0],
		]);
	});
});

test('rules only with a text to be written by AI is an error before anything is planned', async () => {
	const customer = newCustomer();
	const store = await sharedStore();
	setClock(after(MINUTE));
	const asked = customer.writes(ASKS);
	await store.ingest([asked], after(MINUTE));
	const conversation = await store.conversation(customer.key);
	if (!conversation) throw new Error('The message was not taken in');
	const evaluate = parameters(newId('chatbot'), { decideBy: 'rulesOnly' });
	const items = [eventItem(asked, conversation, after(MINUTE))];
	const ran = await runWorkflow(flow(evaluate), { start: 'Start', items });
	expect(ran.error('Evaluate')?.message).toContain('Follow-up "Reminder": Message is "Written by AI"');
	expect(await store.list({ conversation: customer.key })).toEqual([]);
});
