import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { sharedStore, type ScheduledFollowUp } from '../../lib/index.ts';
import { setClock } from '../support/clock.ts';
import { newCustomer, type Customer } from '../support/customer.ts';
import { dueItems } from '../support/due-trigger.ts';
import { runWorkflow, type Ran } from '../support/engine.ts';
import { eventItem, flow } from '../support/flow.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';

/** Parameters of Follow-Up Evaluate that ask the model server of the credential. */
export const BY_SERVER: INodeParameters = {
	decideBy: 'openAiCompatible',
	model: { __rl: true, mode: 'id', value: 'stand-in' },
};

/** Conversations that began one after the other and were answered, each with a follow-up that is due four hours later. */
export async function dueConversations(
	chatbotId: string,
	evaluate: INodeParameters,
	texts: string[],
): Promise<{ customers: Customer[]; due: INodeExecutionData[] }> {
	const store = await sharedStore();
	const answered = after(MINUTE);
	setClock(answered);
	const customers = texts.map(() => newCustomer());
	const items: INodeExecutionData[] = [];
	for (const [place, customer] of customers.entries()) {
		const asked = customer.writes(texts[place], after(place));
		await store.ingest([asked, customer.isAnswered('¿Qué día te queda bien?', answered)], answered);
		const conversation = await store.conversation(customer.key);
		if (!conversation) throw new Error('The message was not taken in');
		items.push(eventItem(asked, conversation, answered));
	}
	await runWorkflow(flow(evaluate), { start: 'Start', items });
	setClock(after(4 * HOUR + MINUTE));
	return { customers, due: await dueItems(chatbotId) };
}

/** Only what is decided, without sending it. */
export function decideOnly(evaluate: INodeParameters) {
	const json = flow(evaluate);
	json.connections.Evaluate = { main: [] };
	return json;
}

/** What was decided, by customer, and the text that goes. */
export function decidedOf(ran: Ran, customers: Customer[]): { code?: string; text?: string }[] {
	const items = ran.outputs('Evaluate').flat();
	return customers.map(({ key }) => {
		const found = items.find(({ json }) => (json.conversation as { key?: string } | undefined)?.key === key);
		const { decision, content } = (found?.json ?? {}) as {
			decision?: { code: string };
			content?: { text: string };
		};
		return { code: decision?.code, text: content?.text };
	});
}

/** The follow-up of each customer, as the store has it. */
export async function storedOf(customers: Customer[]): Promise<ScheduledFollowUp[]> {
	const store = await sharedStore();
	const rows = await Promise.all(customers.map(async ({ key }) => await store.list({ conversation: key })));
	return rows.flat();
}
