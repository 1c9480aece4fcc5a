import type { NodePart } from './template.ts';
import type { Text } from './words.ts';

const PACKAGE = 'n8n-nodes-meta-followup';
/** Of every node of the package; a test compares it with the nodes. */
const NODE_VERSION = 1.1;
/** What most templates are written for; users pick theirs from the list. */
const MODEL = { __rl: true, mode: 'id', value: 'gpt-5-mini' };

/** Of every chatbot: nobody wants a follow-up at night. */
export const USUAL_SETTINGS = {
	timeZone: 'America/Bogota',
	quietHours: { values: [{ from: '21:00', to: '08:00' }] },
};

type Place = [number, number];
type Extra = Partial<NodePart>;

/** A node of this package. */
export function packageNode(
	type: string,
	key: string,
	name: Text,
	at: Place,
	parameters: object,
	extra: Extra = {},
): NodePart {
	return { key, name, type: `${PACKAGE}.${type}`, version: NODE_VERSION, at, parameters, ...extra };
}

/** What customers write. Pinned data stands in for Meta while a template is tried. */
export function messageTrigger(at: Place, customerWrites: Text, extra: Extra = {}): NodePart {
	const name = { es: 'Llega un mensaje', en: 'Message arrives' };
	const given = { pinned: [exampleMessage(customerWrites)], ...extra };
	return packageNode('metaMessagingTrigger', 'arrives', name, at, { events: ['messages'] }, given);
}

/** Follow-ups whose time has come. */
export function dueTrigger(at: Place): NodePart {
	const name = { es: 'Llegó la hora', en: 'Time has come' };
	return packageNode('followUpDueTrigger', 'due', name, at, { interval: 30 });
}

/** One follow-up as it stands in the list of the node. */
export interface FollowUpPart {
	name: Text;
	colour: string;
	platforms?: string[];
	timing?: 'ai';
	delay: number;
	delayUnit?: 'minutes' | 'hours' | 'days';
	anchor?: 'anyone';
	description: Text;
	/** Fixed text; without it the AI writes. */
	message?: Text;
	instructions?: Text;
	template?: Text;
	/** For the variables of the template, in their order. */
	variables?: (Text | string)[];
}

export interface EvaluatePart {
	followUps: FollowUpPart[];
	stop: Text;
	settings?: object;
	/** `openAiCompatible` unless another source decides. */
	decideBy?: string;
}

/** Where follow-ups are planned and decided. */
export function evaluateNode(at: Place, { followUps, stop, settings, decideBy }: EvaluatePart): NodePart {
	return evaluateWith(at, {
		followUps: { values: followUps.map(followUpParameters) },
		...{ stopCondition: stop, ...modelParameters(decideBy) },
		settings: { ...USUAL_SETTINGS, ...settings },
	});
}

/** The same node with parameters of one's own. */
export function evaluateWith(at: Place, parameters: object): NodePart {
	const name = { es: 'Planear y decidir', en: 'Plan and decide' };
	return packageNode('followUpEvaluate', 'evaluate', name, at, parameters);
}

/** Who decides. */
export function modelParameters(decideBy = 'openAiCompatible'): object {
	return { decideBy, ...(decideBy === 'openAiCompatible' ? { model: MODEL } : {}) };
}

/** Keeps what is planned. */
export function keepNode(at: Place, parameters: object = {}): NodePart {
	return packageNode(
		'followUpSchedule',
		'keep',
		{ es: 'Guardar hasta su hora', en: 'Keep until due' },
		at,
		parameters,
	);
}

/** Sends what was decided. */
export function sendNode(at: Place): NodePart {
	const name = { es: 'Enviar seguimiento', en: 'Send follow-up' };
	return packageNode('metaMessaging', 'send', name, at, { resource: 'message', operation: 'sendFollowUp' });
}

function followUpParameters(part: FollowUpPart): object {
	const { name, colour, delay, delayUnit = 'hours', description, message, template } = part;
	const options = optionsOf(part);
	return {
		...{ name, colour, delay, delayUnit, description },
		...(message ? { messageSource: 'fixed', message } : { messageSource: 'ai' }),
		...(template ? { template: { __rl: true, mode: 'id', value: template } } : {}),
		...(Object.keys(options).length > 0 ? { options } : {}),
	};
}

/** What is added under "Add option". */
function optionsOf({ platforms, timing, anchor, instructions, variables = [] }: FollowUpPart): object {
	return {
		...(platforms ? { platforms } : {}),
		...(timing ? { timing } : {}),
		...(anchor ? { anchor } : {}),
		...(instructions ? { messageInstructions: instructions } : {}),
		...(variables.length > 0
			? { templateParameters: { values: variables.map((value) => ({ name: '', value })) } }
			: {}),
	};
}

const EXAMPLE_AT = '2026-11-23T15:00:00.000Z';
const EXAMPLE_ACCOUNT = '210000000000001';
const EXAMPLE_CONTACT = { id: 'CO.0000000000000001', name: 'Ana' };

/** An item as the trigger gives it out, of a customer who does not exist. */
export function exampleMessage(text: Text): object {
	const about = { channel: 'whatsapp', account: EXAMPLE_ACCOUNT, contact: EXAMPLE_CONTACT };
	const id = 'wamid.example';
	return {
		event: {
			...{ kind: 'message', id, ...about, at: EXAMPLE_AT, opensWindow: true },
			message: { id, type: 'text', text },
		},
		conversation: {
			...{ key: `whatsapp:${EXAMPLE_ACCOUNT}:${EXAMPLE_CONTACT.id}`, ...about },
			...{ lastInboundAt: EXAMPLE_AT, lastInboundId: id },
			...{ windowOpenedAt: EXAMPLE_AT, windowOpenedBy: 'message' },
		},
	};
}
