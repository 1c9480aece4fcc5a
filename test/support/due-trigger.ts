import { TriggerContext } from 'n8n-core';
import { Workflow, type INode, type INodeExecutionData } from 'n8n-workflow';
import { FollowUpDueTrigger } from '../../nodes/FollowUpDueTrigger/FollowUpDueTrigger.node.ts';
import { additionalData } from './engine.ts';
import { PACKAGE, nodeTypes } from './node-types.ts';
import { NODE_VERSION } from '../../nodes/shared/node-version.ts';

/** What the Follow-Up Due Trigger starts the first execution with, in its first look after it was switched on. */
export async function dueItems(chatbotId: string): Promise<INodeExecutionData[]> {
	const node: INode = {
		...{
			id: 'due',
			name: 'Due',
			type: `${PACKAGE}.followUpDueTrigger`,
			typeVersion: NODE_VERSION,
			position: [0, 0],
		},
		parameters: { chatbotId },
	};
	const workflow = new Workflow({ id: 'due', nodes: [node], connections: {}, active: true, nodeTypes });
	const data = additionalData({ nodes: [node], connections: {} }, {});
	return await new Promise<INodeExecutionData[]>((resolve, reject) => {
		const emit = ([items]: INodeExecutionData[][]) => {
			resolve(items ?? []);
			void started.then(async ({ closeFunction }) => await closeFunction?.());
		};
		const context = new TriggerContext(
			...[
				workflow,
				workflow.getNode(node.name) as INode,
				data,
				'trigger' as const,
				'activate' as const,
				emit,
			],
		);
		// The first look comes at once; the clock of n8n's schedule is not needed for it.
		context.helpers.registerCron = () => {};
		const error = (message: string) => reject(new Error(message));
		Object.defineProperty(context, 'logger', { value: { error, warn() {}, info() {}, debug() {} } });
		const started = new FollowUpDueTrigger().trigger.call(context);
		started.catch(reject);
	});
}
