import { TriggerContext } from 'n8n-core';
import { Workflow, type INode, type INodeExecutionData, type INodeParameters } from 'n8n-workflow';
import { FollowUpDueTrigger } from '../../nodes/FollowUpDueTrigger/FollowUpDueTrigger.node.ts';
import { additionalData } from './engine.ts';
import { PACKAGE, nodeTypes } from './node-types.ts';
import { NODE_VERSION } from '../../nodes/shared/node-version.ts';

/** What the Follow-Up Due Trigger starts the first execution with, in its first look after it was switched on. */
export async function dueItems(chatbotId: string): Promise<INodeExecutionData[]> {
	return await new Promise<INodeExecutionData[]>((resolve, reject) => {
		const emit = ([items]: INodeExecutionData[][]) => {
			resolve(items ?? []);
			void started.then(async ({ closeFunction }) => await closeFunction?.());
		};
		const context = contextOf(chatbotId, 'trigger', emit);
		// The first look comes at once; the clock of n8n's schedule is not needed for it.
		context.helpers.registerCron = () => {};
		const error = (message: string) => reject(new Error(message));
		Object.defineProperty(context, 'logger', { value: { error, warn() {}, info() {}, debug() {} } });
		const started = new FollowUpDueTrigger().trigger.call(context);
		started.catch(reject);
	});
}

/** What a click on "Execute step" in the editor gives. */
export async function triedItems(chatbotId: string): Promise<INodeExecutionData[]> {
	const emitted: INodeExecutionData[] = [];
	const context = contextOf(chatbotId, 'manual', ([items]) => void emitted.push(...(items ?? [])));
	const { manualTriggerFunction } = await new FollowUpDueTrigger().trigger.call(context);
	await manualTriggerFunction?.();
	return emitted;
}

function contextOf(
	chatbotId: string,
	mode: 'trigger' | 'manual',
	emit: (data: INodeExecutionData[][]) => void,
): TriggerContext {
	const node = (name: string, type: string, parameters: INodeParameters): INode => ({
		...{ id: name, name, type: `${PACKAGE}.${type}`, typeVersion: NODE_VERSION },
		...{ position: [0, 0] as [number, number], parameters },
	});
	// What is behind it is known only when it runs, and says nothing of the chatbot.
	const evaluate = { chatbotId, defineFollowUps: 'json', followUpsJson: '={{ [] }}' };
	const json = {
		nodes: [
			node('Due', 'followUpDueTrigger', { chatbotId }),
			node('Evaluate', 'followUpEvaluate', evaluate),
			node('Send', 'metaMessaging', {}),
		],
		connections: { Due: to('Evaluate'), Evaluate: to('Send') },
	};
	const workflow = new Workflow({ id: 'due', ...json, active: true, nodeTypes });
	const found = workflow.getNode('Due') as INode;
	const activation = mode === 'manual' ? 'manual' : 'activate';
	return new TriggerContext(workflow, found, additionalData(json, {}), mode, activation, emit);
}

const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
