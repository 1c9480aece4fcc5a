import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import {
	simulate,
	simulationSummary,
	type Chatbot,
	type SimulatedConversation,
	type Store,
} from '../../../../lib/index.ts';
import { readModel } from '../../../FollowUpEvaluate/read-model.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { chosen } from '../follow-up/fields.ts';
import { simulationFields } from './fields.ts';
import { pastConversations } from './past-conversations.ts';

type Output = 'conversations' | 'followUps' | 'summary';

/** Plays past conversations through the present follow-ups; nothing is sent or stored. */
export const run: ManagerOperation = {
	value: 'run',
	name: 'Run',
	action: 'Run simulation',
	description:
		'Play past conversations through the follow-ups of now: what would go, when, with what text, at what cost, and what each rule holds back. Nothing is sent.',
	properties: simulationFields,
	async run(context, itemIndex, store) {
		const chatbot = await chosenChatbot(context, itemIndex, store);
		const model = await readModel(context);
		const now = await store.now();
		const past = pastConversations(context, itemIndex, store, now);
		const simulated: SimulatedConversation[] = [];
		for await (const one of simulate(past, { ...(chatbot ? { chatbot } : {}), ...(model ? { model } : {}) }))
			simulated.push(one);
		return jsonItems(shown(simulated, context.getNodeParameter('simulationOutput', itemIndex) as Output));
	},
};

function shown(simulated: SimulatedConversation[], output: Output): object[] {
	if (output === 'summary') return [simulationSummary(simulated)];
	if (output === 'conversations') return simulated;
	return simulated.flatMap(({ conversation, followUps }) =>
		followUps.map(({ id, name, colour, chatbot, ...rest }) => ({
			conversation,
			followUp: { id, name, chatbot, ...(colour ? { colour } : {}) },
			...rest,
		})),
	);
}

async function chosenChatbot(
	context: IExecuteFunctions,
	itemIndex: number,
	store: Store,
): Promise<Chatbot | undefined> {
	const id = chosen(context, itemIndex, 'chatbotId');
	const source = context.getNodeParameter('source', itemIndex) as string;
	if (id === '' && source === 'item') {
		if (context.getInputData()[itemIndex]?.json.followUps) return undefined;
		throw problem(
			context,
			itemIndex,
			'Neither the item nor the node says which follow-ups to try',
			'Choose a chatbot, or give the item stopCondition and followUps',
		);
	}
	if (id !== '' && (await store.chatbot(id))) return await store.knownChatbot(id);
	const known = (await store.listChatbots()).map((one) => one.id);
	const advice =
		known.length > 0
			? `Known are ${known.join(', ')}`
			: 'None is known yet: Follow-Up Evaluate makes a chatbot known when the first message is evaluated';
	throw problem(
		context,
		itemIndex,
		id === '' ? 'No chatbot is chosen' : `There is no chatbot "${id}"`,
		advice,
	);
}

function problem(context: IExecuteFunctions, itemIndex: number, message: string, description: string) {
	return new NodeOperationError(context.getNode(), message, { itemIndex, description });
}
