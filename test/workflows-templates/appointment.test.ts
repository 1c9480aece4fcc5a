import type { INodeExecutionData } from 'n8n-workflow';
import { asNow } from '../../lib/store/database/now.ts';
import { sharedStore, type EventItem, type MessagingEvent } from '../../lib/index.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { newCustomer } from '../support/customer.ts';
import { dueItems } from '../support/due-trigger.ts';
import { runWorkflow, type WorkflowJson } from '../support/engine.ts';
import { nodeOf, readTemplate, templateFiles } from '../support/templates.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';

const credentials = {
	openAiCompatibleApi: { baseUrl: 'http://localhost:1', apiKey: '' },
	metaMessagingApi: {},
};

const pinned = (json: WorkflowJson): MessagingEvent => {
	const [item] = json.pinData?.[nodeOf(json, 'metaMessagingTrigger').name] as [INodeExecutionData];
	return (item.json as unknown as EventItem).event as MessagingEvent;
};

afterAll(releaseClock);

const appointment = templateFiles.filter((file) => /appointment-reminder|recordatorio-de-cita/.test(file));

describe.each(appointment)('the template %s', (file) => {
	const json = readTemplate(file);
	const id = file;
	const [trigger, evaluate, keep, due] = (
		['metaMessagingTrigger', 'followUpEvaluate', 'followUpSchedule', 'followUpDueTrigger'] as const
	).map((kind) => nodeOf(json, kind).name) as [string, string, string, string];
	const event = pinned(json);
	const began = new Date(event.at);

	test('plans one follow-up for its example message and keeps it until it is due', async () => {
		setClock(after(2_000, began));
		const store = await sharedStore();
		await store.ingest([event], asNow(new Date()));
		const ran = await runWorkflow({ ...json, id }, { start: trigger, credentials });

		expect(ran.status).toBe('success');
		const [planned] = ran.json(evaluate, 0);
		expect(ran.outputs(evaluate).map((items) => items.length)).toEqual([1, 0, 0, 0]);
		expect(planned).toMatchObject({
			conversation: { window: { isOpen: true, openedBy: 'message' } },
			followUp: { chatbot: id, colour: 'blue', dueAt: after(4 * HOUR, began).toISOString() },
		});
		const [kept] = ran.json(keep);
		expect(kept).toMatchObject({ created: true, followUp: { state: 'scheduled' } });
		expect(await store.list({ chatbot: id })).toMatchObject([
			{ id: (kept?.followUp as { scheduledId: string }).scheduledId, state: 'scheduled' },
		]);
	});

	test('run again for the same message, it keeps no second one', async () => {
		const ran = await runWorkflow({ ...json, id }, { start: trigger, credentials });
		expect(ran.json(keep)).toMatchObject([{ created: false }]);
		expect(await (await sharedStore()).list({ chatbot: id })).toHaveLength(1);
	});

	test('4 hours later, by rules only, its own text is to be sent', async () => {
		const rulesOnly = readTemplate(file);
		const node = nodeOf(rulesOnly, 'followUpEvaluate');
		node.parameters.decideBy = 'rulesOnly';
		rulesOnly.connections = { [due]: rulesOnly.connections[due] ?? {} };
		const customer = newCustomer({ contact: event.contact });
		await (
			await sharedStore()
		).ingest([customer.isAnswered('One moment', after(MINUTE, began))], asNow(new Date()));
		setClock(after(4 * HOUR, began));
		const ran = await runWorkflow(
			{ ...rulesOnly, id },
			{ start: due, items: await dueItems(id), credentials },
		);
		expect(ran.error(evaluate)?.message).toBeUndefined();
		expect(ran.outputs(evaluate).map((items) => items.length)).toEqual([0, 1, 0, 0]);
		const [followUp] = (node.parameters.followUps as { values: { message: string }[] }).values;
		expect(ran.json(evaluate, 1)).toMatchObject([
			{
				decision: { action: 'send', code: 'decided_send' },
				content: { kind: 'text', text: followUp?.message },
			},
		]);
	});
});
