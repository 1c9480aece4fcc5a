import type { IDataObject, INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { conversationItem, type Conversation } from '../../lib/index.ts';
import type { WorkflowJson } from './engine.ts';
import { PACKAGE } from './node-types.ts';
import { onForm } from './on-form.ts';
import { NODE_VERSION } from '../../nodes/shared/node-version.ts';

/** One follow-up as it stands in the parameters of Follow-Up Evaluate. */
export const reminder = (more: INodeParameters = {}): INodeParameters =>
	onForm({
		...{ name: 'Reminder', active: true, platforms: ['whatsapp', 'instagram', 'messenger'] },
		...{ timing: 'manual', delay: 4, delayUnit: 'hours' },
		...{ description: 'When an appointment is not confirmed', messageSource: 'fixed', message: 'Shall we?' },
		...more,
	});

/** Parameters of Follow-Up Evaluate that decide without a model. */
export const rulesOnly = (chatbotId: string, more: INodeParameters = {}): INodeParameters => ({
	...{ chatbotId, stopCondition: 'When the customer confirms', decideBy: 'rulesOnly' },
	followUps: { values: [reminder()] },
	...more,
});

/** The nodes of the package as the templates connect them: Start → Evaluate → Schedule and Send. */
export function flow(evaluate: INodeParameters, onError?: INode['onError']): WorkflowJson {
	const node = (name: string, type: string, parameters: INodeParameters = {}): INode => ({
		...{
			id: name,
			name,
			type: `${PACKAGE}.${type}`,
			typeVersion: NODE_VERSION,
			position: [0, 0] as [number, number],
		},
		parameters,
		...(onError && { onError }),
	});
	const to = (name: string) => [{ node: name, type: 'main' as const, index: 0 }];
	return {
		nodes: [
			node('Start', 'metaMessagingTrigger'),
			node('Evaluate', 'followUpEvaluate', evaluate),
			node('Schedule', 'followUpSchedule'),
			node('Send', 'metaMessaging', { resource: 'message', operation: 'sendFollowUp' }),
		],
		connections: {
			Start: { main: [to('Evaluate')] },
			Evaluate: { main: [to('Schedule'), to('Send'), []] },
		},
	};
}

/** An item as the Meta Messaging Trigger gives it out. */
export function eventItem(event: object, conversation: Conversation, now: Date): INodeExecutionData {
	return { json: { event, conversation: conversationItem(conversation, now) } as unknown as IDataObject };
}
