import type { FunctionsBase, INodeParameters, NodeTypeAndVersion } from 'n8n-workflow';
import { chatbotParameter } from '../chatbot-parameter.ts';
import { isNode } from '../is-node.ts';
import { storeParameter } from '../store-parameter.ts';

export interface WiredNode {
	name: string;
	type: string;
	parameters: INodeParameters;
}

type Context = Pick<FunctionsBase, 'getNode' | 'getChildNodes' | 'getWorkflow'>;

/** The nodes of this package that must work on the same store; one that sends something else may have another. */
const ON_THE_STORE = ['followUpEvaluate', 'followUpSchedule', 'metaMessaging'];

/** What is switched on behind a node, however far. */
export function nodesBehind(context: Pick<Context, 'getChildNodes'>, name: string): WiredNode[] {
	return context
		.getChildNodes(name, { includeNodeParameters: true })
		.filter(({ disabled }) => !disabled)
		.map(({ name: called, type, parameters = {} }: NodeTypeAndVersion) => ({
			name: called,
			type,
			parameters,
		}));
}

export const evaluatesAmong = (nodes: WiredNode[]): WiredNode[] =>
	nodes.filter(({ type }) => isNode(type, 'followUpEvaluate'));

/** What a trigger can tell before anything runs: sentences that name the nodes and say what to connect or to choose. */
export function wiringFaults(context: Context): string[] {
	const { name, type, parameters } = context.getNode();
	const behind = nodesBehind(context, name);
	const own = { name, type, parameters };
	return [
		...otherStores(own, behind),
		...twins(context, evaluatesAmong(behind)),
		...(isNode(type, 'followUpDueTrigger') ? collectingFaults(context, own, behind) : []),
	];
}

/** Of a Follow-Up Due Trigger: whether what it collects can be decided and sent at all. */
function collectingFaults(context: Context, own: WiredNode, behind: WiredNode[]): string[] {
	// A workflow that is called may hold the rest.
	if (behind.some(({ type }) => isNode(type, 'executeWorkflow'))) return [];
	const evaluates = evaluatesAmong(behind);
	if (evaluates.length === 0)
		return [
			`"${own.name}" leads to no Follow-Up Evaluate, so nothing that comes due is decided. Connect it to the Follow-Up Evaluate that holds the follow-ups`,
		];
	return [...otherChatbot(context, own, evaluates), ...evaluates.flatMap((one) => unsent(context, one))];
}

function otherChatbot(context: Context, own: WiredNode, evaluates: WiredNode[]): string[] {
	const wanted = chatbotOf(context, own);
	const found = evaluates.map((one) => chatbotOf(context, one));
	if (wanted === undefined || found.includes(undefined) || found.includes(wanted)) return [];
	const others = evaluates.map(({ name }, place) => `"${name}" has the Chatbot ID "${found[place]}"`);
	return [
		`"${own.name}" collects what is due for the Chatbot ID "${wanted}", and ${others.join(', ')}. Give them the same Chatbot ID`,
	];
}

/** n8n does not tell which output leads where; but where nothing follows besides Follow-Up Schedule, nothing can be sent. */
function unsent(context: Context, { name }: WiredNode): string[] {
	const senders = nodesBehind(context, name).filter(
		({ name: other, type }) => other !== name && !isNode(type, 'followUpSchedule'),
	);
	return senders.length > 0
		? []
		: [
				`Nothing is connected to the output Send of "${name}", so no follow-up is ever sent. Connect it to Meta Messaging with the operation Send Follow-Up`,
			];
}

function otherStores(own: WiredNode, behind: WiredNode[]): string[] {
	const storeOf = ({ parameters }: WiredNode): string => String(parameters.store ?? storeParameter.default);
	const wanted = storeOf(own);
	const others = behind.filter(
		(one) => ON_THE_STORE.some((type) => isNode(one.type, type)) && usesStore(one) && storeOf(one) !== wanted,
	);
	return others.length === 0
		? []
		: [
				`"${own.name}" has the Store ${labelOf(wanted)}, and ${namesOf(others)} ${others.length === 1 ? 'has' : 'have'} ${labelOf(storeOf(others[0] as WiredNode))}. Choose the same Store in all of them`,
			];
}

/** Managing templates needs none. */
const usesStore = ({ parameters }: WiredNode): boolean => parameters.resource !== 'template';

function labelOf(value: string): string {
	const option = (storeParameter.options ?? []).find((one) => 'value' in one && one.value === value);
	return option?.name ?? value;
}

/** Two nodes with one Chatbot ID and different follow-ups end each other's: what the other does not hold counts as deleted. */
function twins(context: Context, evaluates: WiredNode[]): string[] {
	const groups = new Map<string, WiredNode[]>();
	for (const one of evaluates) {
		const id = chatbotOf(context, one);
		if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), one]);
	}
	return [...groups].flatMap(([id, same]) =>
		new Set(same.map(definitionOf)).size < 2
			? []
			: [
					`${namesOf(same)} have the same Chatbot ID "${id}" and different follow-ups, so each ends what the other has planned. Give each a Chatbot ID of its own, and a Follow-Up Due Trigger with it`,
				],
	);
}

function definitionOf({ parameters }: WiredNode): string {
	const { defineFollowUps, followUps, followUpsJson, stopCondition } = parameters;
	return JSON.stringify([defineFollowUps, followUps, followUpsJson, stopCondition]);
}

/** Its Chatbot ID; undefined where an expression gives it. */
export function chatbotOf(
	context: Pick<Context, 'getWorkflow'>,
	{ parameters }: WiredNode,
): string | undefined {
	const { chatbotId = chatbotParameter.default } = parameters;
	if (chatbotId === chatbotParameter.default) return String(context.getWorkflow().id);
	return typeof chatbotId === 'string' && !chatbotId.startsWith('=') ? chatbotId : undefined;
}

function namesOf(nodes: WiredNode[]): string {
	const names = nodes.map(({ name }) => `"${name}"`).sort();
	return names.length < 2 ? names.join() : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
