import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import {
	shownBody,
	BEHAVIOURS,
	GOOD_TEXT,
	MARK,
	QUOTED,
	startStandIn,
	type Behaviour,
	type StandIn,
} from '../../harness/model-servers/index.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { newId } from '../support/customer.ts';
import { dueItems } from '../support/due-trigger.ts';
import { runWorkflow } from '../support/engine.ts';
import { reminder } from '../support/flow.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';
import { BY_SERVER, decidedOf, decideOnly, dueConversations, storedOf } from './due-conversations.ts';

let server: StandIn;
beforeAll(async () => {
	server = await startStandIn();
});
afterAll(async () => {
	releaseClock();
	await server?.close();
});

const ASKS = 'Hola, quiero una cita para limpieza dental';
/** The one that the server has something against comes first. */
const TEXTS = [`${ASKS} en la sede ${MARK}. ${QUOTED}`, ...Array<string>(5).fill(ASKS)];
const SENT = { code: 'decided_send', text: GOOD_TEXT };

/** Six conversations are due at once while the server behaves so. */
async function sixDue(behaviour: Behaviour) {
	const chatbotId = newId('chatbot');
	const evaluate: INodeParameters = {
		...{ chatbotId, stopCondition: 'El cliente confirma la cita', ...BY_SERVER },
		followUps: { values: [reminder({ messageSource: 'ai', message: '' })] },
		...(behaviour.status === 'hang' ? { modelOptions: { timeoutSeconds: 2 } } : {}),
	};
	const { customers, due } = await dueConversations(chatbotId, evaluate, TEXTS);
	expect(due).toHaveLength(TEXTS.length);
	const credentials = {
		openAiCompatibleApi: { baseUrl: server.urlFor(chatbotId), apiKey: 'key-of-the-test' },
	};
	const run = async (items: INodeExecutionData[]) =>
		await runWorkflow(decideOnly(evaluate), { start: 'Start', items, credentials });
	server.behave(behaviour);
	return { chatbotId, customers, run, ran: await run(due) };
}

const named = (behaviours: Behaviour[]) =>
	behaviours.map((one) => [`${one.server}: ${one.status} ${shownBody(one)}`.slice(0, 150), one] as const);

describe('what a server has against one conversation ends with it, and the other five get their follow-up', () => {
	test.each(named([...BEHAVIOURS.refusedQuestions, ...BEHAVIOURS.troubles]))(
		'%s',
		async (_name, behaviour) => {
			const { customers, ran } = await sixDue(behaviour);
			const [bad, ...others] = decidedOf(ran, customers);
			expect(bad?.code).toBe(behaviour.outcome);
			expect(others).toEqual(Array(5).fill(SENT));
		},
	);
});

describe('an answer in another form is read', () => {
	test.each(named(BEHAVIOURS.otherForms))('%s', async (_name, behaviour) => {
		const { customers, ran } = await sixDue(behaviour);
		expect(decidedOf(ran, customers)).toEqual(Array(6).fill(SENT));
	});
});

describe('a server that has to be asked more simply is asked so, also when it refuses the first question anyway', () => {
	test.each(named(BEHAVIOURS.formats))('%s', async (_name, behaviour) => {
		const { customers, ran } = await sixDue({
			...behaviour,
			ofTheOne: { status: 400, body: { detail: 'Bad Request' } },
		});
		const [bad, ...others] = decidedOf(ran, customers);
		expect(bad?.code).toBe('ai_question_refused');
		expect(others).toEqual(Array(5).fill(SENT));
		// Once it is known how the server is asked, it is asked so.
		expect(server.asked.slice(-5).some(behaviour.to)).toBe(false);
		expect(server.asked.length).toBeLessThanOrEqual(5 + 10);
	});
});

describe('a setting stops the run with nothing lost, and all six get their follow-up once it is mended', () => {
	test.each(named(BEHAVIOURS.settings))('%s', async (_name, behaviour) => {
		const { chatbotId, customers, run, ran } = await sixDue(behaviour);
		expect(ran.status).toBe('error');
		expect(ran.error('Evaluate')?.message).toContain(behaviour.error);
		expect((await storedOf(customers)).map(({ state, attempts }) => ({ state, attempts }))).toEqual(
			Array(6).fill({ state: 'scheduled', attempts: 0 }),
		);
		server.behave(undefined);
		setClock(after(4 * HOUR + 10 * MINUTE));
		expect(decidedOf(await run(await dueItems(chatbotId)), customers)).toEqual(Array(6).fill(SENT));
	});
});

test('a question that is not accepted is asked three times, and ends while the others have long got theirs', async () => {
	const behaviour = BEHAVIOURS.refusedQuestions.find(({ outcome }) => outcome === 'ai_question_refused');
	const { chatbotId, customers, run } = await sixDue(behaviour as Behaviour);
	for (const [round, code] of ['ai_question_refused', 'ai_refused'].entries()) {
		setClock(after(4 * HOUR + (round + 1) * 20 * MINUTE));
		const [bad] = decidedOf(await run(await dueItems(chatbotId)), customers);
		expect(bad?.code).toBe(code);
	}
	const [bad] = await storedOf(customers);
	expect(bad).toMatchObject({ state: 'ended', reason: { code: 'ai_refused' } });
	expect(bad?.reason.sentence).toContain('HTTP 400');
});

test('at least forty behaviours are played', () => {
	expect(Object.values(BEHAVIOURS).flat().length).toBeGreaterThanOrEqual(40);
});
