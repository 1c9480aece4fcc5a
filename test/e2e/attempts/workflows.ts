import type { WorkflowNode, WorkflowToImport } from '../../../harness/n8n/types.ts';

export const MESSAGE = 'Shall we go ahead with your appointment?';
/** The shortest that can be set, so that a lease is a matter of the test. */
const LEASE_MINUTES = 1;

const META = { metaMessagingApi: { id: 'demoMetaMessaging', name: 'Meta (sandbox)' } };
const AWAY = { followUpStorePostgresApi: { id: 'awayStore', name: 'Store at a closed port' } };
const OWN = 'n8n-nodes-meta-followup';
const FOLLOW_UP = {
	...{ name: 'Reminder', delay: 1, delayUnit: 'minutes', messageSource: 'fixed' },
	...{ description: 'When an appointment is not confirmed', message: MESSAGE },
};
const EVALUATE = {
	...{ followUps: { values: [FOLLOW_UP] }, decideBy: 'rulesOnly' },
	stopCondition: 'When the customer confirms the appointment',
};
const SEND_TEXT = { resource: 'message', operation: 'sendText' };
const markAsSent = (more: object) => ({ resource: 'scheduledFollowUp', operation: 'markAsSent', ...more });

const own = (name: string, type: string, parameters: object = {}, more: object = {}): WorkflowNode => ({
	...{ id: name, name, type: `${OWN}.${type}`, typeVersion: 1, position: [0, 0] },
	parameters: { ...parameters },
	credentials: type.startsWith('metaMessaging') ? META : {},
	...more,
});
const base = (name: string, type: string, typeVersion: number, parameters: object): WorkflowNode => ({
	...{ id: name, name, type: `n8n-nodes-base.${type}`, typeVersion, position: [0, 0] },
	parameters: { ...parameters },
});

type Arrows = Record<string, (string | undefined)[]>;

/** `arrows`: what each output of a node leads to. */
function workflow(id: string, nodes: WorkflowNode[], arrows: Arrows): WorkflowToImport {
	const connections = Object.entries(arrows).map(([from, targets]) => [
		from,
		{ main: targets.map((node) => (node === undefined ? [] : [{ node, type: 'main', index: 0 }])) },
	]);
	return {
		...{ id, name: id, settings: { executionOrder: 'v1' }, active: false, nodes },
		connections: Object.fromEntries(connections),
	};
}

const MESSAGES = own('Messages', 'metaMessagingTrigger', {
	...{ events: ['messages'], settings: { planWithoutExecution: true } },
});

/** Trigger and Due Trigger → Evaluate → Schedule, and what is connected to Send. */
function followUps(id: string, behind: WorkflowNode[], arrows: Arrows): WorkflowToImport {
	return workflow(
		id,
		[
			{ ...MESSAGES, webhookId: id },
			own('Due', 'followUpDueTrigger', { interval: 5, settings: { leaseMinutes: LEASE_MINUTES } }),
			own('Evaluate', 'followUpEvaluate', EVALUATE),
			own('Schedule', 'followUpSchedule'),
			...behind,
		],
		{ Messages: ['Evaluate'], Due: ['Evaluate'], ...arrows },
	);
}

const webhook = (id: string, responseMode: string): WorkflowNode => ({
	...base('Webhook', 'webhook', 2, {
		...{ httpMethod: 'POST', path: id, responseMode, responseData: 'allEntries', options: {} },
	}),
	webhookId: id,
});

/** Holds an execution, and with it a place, until the address answers. */
function holder(address: string): WorkflowToImport {
	const options = { timeout: 3_600_000 };
	return workflow(
		'holder',
		[webhook('holder', 'onReceived'), base('Hold', 'httpRequest', 4.2, { url: address, options })],
		{ Webhook: ['Hold'] },
	);
}

/** Sends the same text to each person of the call. */
function sendsToAll(id: string, more: object): WorkflowToImport {
	const split = base('Split', 'splitOut', 1, { fieldToSplitOut: 'body.people', options: {} });
	const parameters = {
		...{ ...SEND_TEXT, recipientBy: 'conversation', text: MESSAGE },
		conversation: '={{ $json["body.people"] ?? $json.people }}',
	};
	return workflow(id, [webhook(id, 'lastNode'), split, own('Send', 'metaMessaging', parameters, more)], {
		Webhook: ['Split'],
		Split: ['Send'],
	});
}

/** The action nodes with a store that cannot be opened, and at which output their errors come out. */
export const ACTIONS: Record<
	string,
	{ type: string; parameters: object; errorsAt: number; outputs: number }
> = {
	manager: {
		...{ type: 'followUpManager', errorsAt: 0, outputs: 1 },
		parameters: { resource: 'conversation', operation: 'markConverted' },
	},
	sendText: { type: 'metaMessaging', parameters: { ...SEND_TEXT, text: MESSAGE }, errorsAt: 0, outputs: 1 },
	sendFollowUp: {
		...{ type: 'metaMessaging', errorsAt: 1, outputs: 2 },
		parameters: { resource: 'message', operation: 'sendFollowUp' },
	},
	schedule: { type: 'followUpSchedule', parameters: {}, errorsAt: 0, outputs: 1 },
	evaluate: { type: 'followUpEvaluate', parameters: EVALUATE, errorsAt: 2, outputs: 4 },
};
export const ON_ERROR = ['continueRegularOutput', 'continueErrorOutput'] as const;

/** Tells at which output of the node something came out, and what. */
function failing(action: string, onError: (typeof ON_ERROR)[number]): WorkflowToImport {
	const { type, parameters, outputs } = ACTIONS[action] as (typeof ACTIONS)[string];
	const id = `${action}-${onError}`;
	const all = onError === 'continueErrorOutput' ? outputs + 1 : outputs;
	const ends = Array.from({ length: all }, (_end, place) => `Output ${place}`);
	const tell = (name: string) => base(name, 'noOp', 1, {});
	const node = own('Action', type, { store: 'postgres', ...parameters }, { onError });
	return workflow(
		id,
		[
			webhook(id, 'lastNode'),
			base('Split', 'splitOut', 1, { fieldToSplitOut: 'body.items', options: {} }),
			{ ...node, credentials: { ...node.credentials, ...AWAY } },
			...ends.map(tell),
		],
		{ Webhook: ['Split'], Split: ['Action'], Action: ends },
	);
}

/** The credentials besides those of the sandbox. */
export const AWAY_STORE = {
	...{ id: 'awayStore', name: 'Store at a closed port', type: 'followUpStorePostgresApi' },
	data: { host: '127.0.0.1', port: 1, database: 'none', user: 'nobody', password: 'x', tls: 'off' },
};

export const CHATBOTS = ['busy', 'otherSender', 'unconnected', 'ownSender'] as const;

/** All workflows; `hold` is the address that answers when the test says so. */
export function workflows(hold: string): WorkflowToImport[] {
	const text = { ...SEND_TEXT, text: '={{ $json.content.text }}' };
	const scheduledId = "={{ $('Before').item.json.followUp.scheduledId }}";
	return [
		holder(hold),
		workflow('inbound', [{ ...MESSAGES, webhookId: 'inbound' }, base('End', 'noOp', 1, {})], {
			Messages: ['End'],
		}),
		followUps('busy', [own('Send', 'metaMessaging', { resource: 'message', operation: 'sendFollowUp' })], {
			Evaluate: ['Schedule', 'Send'],
		}),
		followUps('otherSender', [own('Send', 'metaMessaging', text)], { Evaluate: ['Schedule', 'Send'] }),
		followUps('unconnected', [base('End', 'noOp', 1, {})], { Evaluate: ['Schedule', 'End'] }),
		followUps(
			'ownSender',
			[
				own('Before', 'followUpManager', markAsSent({ moment: 'before' })),
				own('Send', 'metaMessaging', text),
				own('After', 'followUpManager', markAsSent({ moment: 'after', scheduledId })),
			],
			{ Evaluate: ['Schedule', 'Before'], Before: ['Send'], Send: ['After'] },
		),
		sendsToAll('retried', { retryOnFail: true, maxTries: 3, waitBetweenTries: 500 }),
		sendsToAll('fromTheList', {}),
		...Object.keys(ACTIONS).flatMap((action) => ON_ERROR.map((onError) => failing(action, onError))),
	];
}
