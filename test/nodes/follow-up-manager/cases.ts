import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { HOUR, MINUTE } from '../../support/time.ts';
import type { Scheduled } from './manager.ts';

/** One operation, with an item that it can serve and one that it cannot. */
export interface Case {
	parameters: INodeParameters;
	/** What the node is to say of a good item. */
	expected: object;
	/** What an item holds that cannot be served, and what is said of it. */
	bad: INodeExecutionData['json'];
	problem: RegExp;
	/** What is to be true in the store afterwards. */
	then?: (one: Scheduled) => Promise<void>;
}

export const NOBODY = { conversation: { key: 'whatsapp:1:CO.nobody' } };
const NO_KEY = { conversation: { key: 'Ana' } };
const NOTHING = { followUp: { scheduledId: 'nothing' } };
export const inTwoHours = () => new Date(Date.now() + 2 * HOUR).toISOString();

/** As the picker holds an expression. */
const CHATBOT = { __rl: true, mode: 'id', value: '={{ $json.chatbot }}' };

const isOver = (code: string) => async (one: Scheduled) =>
	expect(await one.now()).toMatchObject({ state: 'ended', reason: { code } });

/** Operations that change or read what the item names. */
export const CASES: Record<string, () => Case> = {
	'Scheduled Follow-Up: Get': () => ({
		parameters: { resource: 'scheduledFollowUp', operation: 'get' },
		expected: {
			followUp: { name: 'Reminder', state: 'scheduled' },
			log: [{ code: 'planned', sentence: 'Planned' }],
		},
		bad: NOTHING,
		problem: /There is no scheduled follow-up with the ID "nothing"/,
	}),
	'Scheduled Follow-Up: Cancel': () => ({
		parameters: { resource: 'scheduledFollowUp', operation: 'cancel', reason: 'Paid' },
		expected: {
			followUp: { state: 'ended' },
			reason: { code: 'cancelled_by_user', sentence: 'It was cancelled: Paid' },
		},
		bad: {},
		problem: /The item names no scheduled follow-up/,
		then: isOver('cancelled_by_user'),
	}),
	'Scheduled Follow-Up: Reschedule': () => ({
		parameters: {
			resource: 'scheduledFollowUp',
			operation: 'reschedule',
			dueAt: '={{ $json.when ?? $now.plus(2, "hours") }}',
		},
		expected: { followUp: { state: 'scheduled' }, reason: { code: 'moved_by_user' }, movedBy: [] },
		bad: { ...NOTHING, when: 'tomorrow' },
		problem: /New Time is not a date and time \(found: tomorrow\)/,
		then: async (one) => {
			const away = Date.parse((await one.now()).dueAt) - Date.now();
			expect(Math.abs(away - 2 * HOUR)).toBeLessThan(5 * MINUTE);
		},
	}),
	'Scheduled Follow-Up: Send Now': () => ({
		parameters: { resource: 'scheduledFollowUp', operation: 'sendNow' },
		expected: { followUp: { state: 'scheduled' }, reason: { code: 'due_now_by_user' }, objections: [] },
		bad: NOTHING,
		problem: /There is no scheduled follow-up/,
		then: async (one) => expect(Date.parse((await one.now()).dueAt)).toBeLessThanOrEqual(Date.now() + MINUTE),
	}),
	'Conversation: Get': () => ({
		parameters: { resource: 'conversation', operation: 'get' },
		expected: {
			conversation: { contact: { name: 'Ana' }, window: { isOpen: true } },
			messages: [{ text: 'I would like an appointment' }, { text: 'Which day?' }],
			followUps: [{ followUp: { name: 'Reminder' } }],
		},
		bad: NOBODY,
		problem: /There is no conversation "whatsapp:1:CO.nobody"/,
	}),
	'Conversation: Add Message': () => ({
		parameters: {
			resource: 'conversation',
			operation: 'addMessage',
			saidBy: 'customer',
			text: '={{ $json.said ?? "I called" }}',
		},
		expected: { changed: true, ended: 1 },
		bad: NO_KEY,
		problem: /"Ana" is not a conversation key/,
		then: isOver('cancelled_reply'),
	}),
	'Conversation: Pause': () => ({
		parameters: { resource: 'conversation', operation: 'pause', reason: 'Laura has it' },
		expected: { changed: true, ended: 1, conversation: { pauseReason: 'Laura has it' } },
		bad: NOBODY,
		problem: /There is no conversation/,
		then: isOver('paused'),
	}),
	'Conversation: Pause for a time': () => ({
		parameters: {
			resource: 'conversation',
			operation: 'pause',
			howLong: 'for',
			duration: '={{ $json.hours ?? 6 }}',
			unit: 'hours',
		},
		expected: { changed: true, ended: 0, moved: 1 },
		bad: { ...NOBODY, hours: 0 },
		problem: /Duration must be greater than 0 \(found: 0\)/,
		then: async (one) => expect(Date.parse((await one.now()).dueAt)).toBeGreaterThan(Date.now() + 5 * HOUR),
	}),
	'Conversation: Pause until a time': () => ({
		parameters: {
			resource: 'conversation',
			operation: 'pause',
			howLong: 'until',
			until: `={{ $json.until ?? "${inTwoHours()}" }}`,
		},
		expected: { changed: true, ended: 0, moved: 0 },
		bad: { ...NOBODY, until: '2020-01-01' },
		problem: /The time 2020-01-0\dT.* has passed/,
	}),
	'Conversation: Resume': () => ({
		parameters: { resource: 'conversation', operation: 'resume' },
		expected: { changed: false, note: 'The conversation was not paused' },
		bad: NOBODY,
		problem: /There is no conversation/,
	}),
	'Conversation: Opt Out': () => ({
		parameters: { resource: 'conversation', operation: 'optOut' },
		expected: { changed: true, ended: 1, conversation: { optedOutBy: 'business' } },
		bad: NOBODY,
		problem: /There is no conversation/,
		then: isOver('opted_out'),
	}),
	'Conversation: Opt In': () => ({
		parameters: {
			resource: 'conversation',
			operation: 'optIn',
			consent: '={{ $json.conversation ? "Form" : "" }}',
		},
		expected: { changed: false, note: 'The customer had not opted out; the consent is written down' },
		bad: {},
		problem: /Consent is empty/,
	}),
	'Conversation: Mark Converted': () => ({
		parameters: {
			resource: 'conversation',
			operation: 'markConverted',
			options: { value: 1200, currency: '={{ $json.currency ?? "COP" }}' },
		},
		expected: { changed: true, ended: 1 },
		bad: { ...NOBODY, currency: 'pesos' },
		problem: /"pesos" is not a currency code/,
		then: isOver('converted'),
	}),
	'Conversation: Delete': () => ({
		parameters: { resource: 'conversation', operation: 'delete' },
		expected: { deleted: true, messages: 2, followUps: 1, optOutKept: false },
		bad: NOBODY,
		problem: /There is no conversation/,
	}),
	'Follow-Up: Deactivate': () => ({
		parameters: {
			resource: 'followUp',
			operation: 'deactivate',
			chatbotId: '={{ $json.chatbot }}',
			followUp: 'Reminder',
		},
		expected: {
			name: 'Reminder',
			active: false,
			activeInWorkflow: true,
			activeOverride: false,
			changed: true,
			ended: 1,
		},
		bad: { chatbot: 'typo' },
		problem: /There is no chatbot "typo"/,
		then: isOver('definition_inactive'),
	}),
	'Follow-Up: Activate': () => ({
		parameters: {
			resource: 'followUp',
			operation: 'activate',
			chatbotId: CHATBOT,
			followUp: '={{ $json.followUp.scheduledId ? "reminder" : "remindr" }}',
		},
		expected: { name: 'Reminder', active: true, activeOverride: true, changed: false, ended: 0 },
		bad: { chatbot: 'typo', followUp: {} },
		problem: /There is no chatbot "typo"/,
	}),
	'Follow-Up: Use as in Workflow': () => ({
		parameters: {
			resource: 'followUp',
			operation: 'useWorkflowSwitch',
			chatbotId: CHATBOT,
			followUp: { __rl: true, mode: 'list', value: 'offer' },
		},
		expected: { name: 'Offer', active: true, changed: false },
		bad: { chatbot: 'typo' },
		problem: /There is no chatbot "typo"/,
	}),
	'Follow-Up: Export': () => ({
		parameters: { resource: 'followUp', operation: 'export', chatbotId: '={{ $json.chatbot }}' },
		expected: {
			format: 'n8n-nodes-meta-followup/follow-ups',
			followUps: [{ name: 'Reminder' }, { name: 'Offer' }],
		},
		bad: { chatbot: 'typo' },
		problem: /There is no chatbot "typo"/,
	}),
	'Follow-Up: Get Many': () => ({
		parameters: {
			resource: 'followUp',
			operation: 'getMany',
			filters: { chatbot: '={{ $json.chatbot }}', colour: 'blue' },
		},
		expected: { name: 'Reminder', colour: 'blue', active: true, scheduled: 1, definition: { delay: 4 } },
		bad: { chatbot: 'typo' },
		problem: /There is no chatbot "typo"/,
	}),
	'Scheduled Follow-Up: Get Many': () => ({
		parameters: {
			...{ resource: 'scheduledFollowUp', operation: 'getMany', returnAll: true },
			filters: {
				conversation: '={{ $json.conversation.key }}',
				from: '={{ $json.from ?? "" }}',
				states: ['scheduled'],
			},
		},
		expected: { followUp: { name: 'Reminder' }, conversation: { contact: { name: 'Ana' } } },
		bad: { ...NOBODY, from: 'soon' },
		problem: /From is not a date and time/,
	}),
	'Activity: Export as CSV': () => ({
		parameters: {
			resource: 'activity',
			operation: 'exportCsv',
			filters: { chatbot: '={{ $json.chatbot }}' },
		},
		expected: { rows: 0, fileName: 'follow-up-activity.csv' },
		bad: { chatbot: 'typo' },
		problem: /There is no chatbot "typo"/,
	}),
	'Account: Pause': () => ({
		parameters: {
			resource: 'account',
			operation: 'pause',
			account: '={{ $json.chatbot }}',
			reason: 'Stock-taking',
		},
		expected: { paused: true, changed: true, reason: 'Stock-taking' },
		bad: {},
		problem: /Account ID is empty/,
	}),
	'Account: Release': () => ({
		parameters: { resource: 'account', operation: 'release', account: '={{ $json.chatbot }}' },
		expected: { released: true, changed: false, note: 'The account belonged to no app' },
		bad: {},
		problem: /Account ID is empty/,
	}),
	'Account: Resume': () => ({
		parameters: { resource: 'account', operation: 'resume', account: '={{ $json.chatbot }}' },
		expected: { paused: false, changed: false, note: 'The account was not paused' },
		bad: {},
		problem: /Account ID is empty/,
	}),
	'Follow-Up: Import': () => ({
		parameters: {
			resource: 'followUp',
			operation: 'import',
			from: 'json',
			json: '={{ $json.chatbot ? { format: "n8n-nodes-meta-followup/follow-ups", version: 1, chatbot: { id: "shop", stopCondition: "When they buy" }, followUps: [{ name: "A", description: "B" }] } : $json }}',
		},
		expected: { chatbot: 'shop', stopCondition: 'When they buy', followUps: [{ name: 'A', delay: 4 }] },
		bad: { hello: 'world' },
		problem: /The file cannot be used: format must be/,
	}),
};
