import type { WorkflowNode, WorkflowToImport } from '../../../harness/n8n/types.ts';
import { NODE_VERSION } from '../../../nodes/shared/node-version.ts';

export const GOOD = 'editorGood';

/** What is wired or filled in wrongly, and what publishing it has to say. */
export const WRONG: Record<string, { says: RegExp; is: Partial<Parts> }> = {
	leadsNowhere: { says: /leads to no Follow-Up Evaluate/, is: { arrows: { Messages: ['Evaluate'] } } },
	otherChatbot: { says: /collects what is due for the Chatbot ID/, is: { due: { chatbotId: 'another' } } },
	sendsNothing: {
		says: /Nothing is connected to the output Send/,
		is: { arrows: { Messages: ['Evaluate'], Due: ['Evaluate'], Evaluate: ['Keep'] } },
	},
	delayOfZero: { says: /Delay must be greater than 0/, is: { followUp: { delay: 0 } } },
	tooLong: {
		says: /1,002 bytes, and Instagram allows 1,000/,
		is: { followUp: { messageSource: 'fixed', message: 'á'.repeat(501) } },
	},
	quietAtNine: {
		says: /Quiet Hours: From must be a time of day/,
		is: { settings: { quietHours: { values: [{ from: '9pm', to: '08:00' }] } } },
	},
};

interface Parts {
	due: object;
	followUp: object;
	settings: object;
	arrows: Record<string, string[]>;
}

const META = { metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' } };
const MODEL = { openAiCompatibleApi: { id: 'demoModel', name: 'Model (sandbox)' } };
const ARROWS = { Messages: ['Evaluate'], Due: ['Evaluate'], Evaluate: ['Keep', 'Send'] };

export function workflows(): WorkflowToImport[] {
	return [workflow(GOOD, {}), ...Object.entries(WRONG).map(([id, { is }]) => workflow(id, is))];
}

function workflow(
	id: string,
	{ due = {}, followUp = {}, settings = {}, arrows = ARROWS }: Partial<Parts>,
): WorkflowToImport {
	const node = (
		name: string,
		type: string,
		[x, y]: [number, number],
		parameters: object,
		more: object = {},
	): WorkflowNode => ({
		...{ id: `${id}-${name}`, name, type: `n8n-nodes-meta-followup.${type}`, typeVersion: NODE_VERSION },
		...{ position: [x, y] as [number, number], parameters: { ...parameters } },
		...more,
	});
	const one = {
		...{ name: 'Appointment reminder', delay: 4, delayUnit: 'hours', messageSource: 'ai' },
		description: 'When an appointment is not confirmed',
		...followUp,
	};
	const connections = Object.entries(arrows).map(([from, targets]) => [
		from,
		{ main: targets.map((name) => [{ node: name, type: 'main', index: 0 }]) },
	]);
	return {
		...{ id, name: id, active: false, settings: { executionOrder: 'v1', timezone: 'America/Bogota' } },
		nodes: [
			node(
				'Messages',
				'metaMessagingTrigger',
				[0, 0],
				{ events: ['messages'] },
				{ webhookId: id, credentials: META },
			),
			node('Due', 'followUpDueTrigger', [0, 240], { interval: 5, ...due }),
			node(
				'Evaluate',
				'followUpEvaluate',
				[260, 120],
				{
					...{ followUps: { values: [one] }, stopCondition: 'When the customer confirms the appointment' },
					model: { __rl: true, mode: 'id', value: 'sandbox-rules-1' },
					settings,
				},
				{ credentials: { ...MODEL, ...META } },
			),
			node('Keep', 'followUpSchedule', [520, 0], {}),
			node('Send', 'metaMessaging', [520, 240], { operation: 'sendFollowUp' }, { credentials: META }),
		],
		connections: Object.fromEntries(connections) as WorkflowToImport['connections'],
	};
}
