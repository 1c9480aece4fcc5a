import { createHash } from 'node:crypto';
import type { Language } from '../harness/demo/options.ts';
import { CliError } from '../harness/shared/cli-error.ts';
import type { NodePart, StickyPart, Template, Wire } from './template.ts';
import { inLanguage } from './words.ts';

/** Of these n8n wants to know under which address they listen. */
const HAS_ADDRESS = /\.(metaMessagingTrigger|formTrigger|form|webhook|wait)$/;
const TIME_ZONE = 'America/Bogota';

/** The workflow as n8n imports it. IDs follow from file and key, so that an unchanged template stays the same file. */
export function toWorkflow(template: Template, language: Language): object {
	const file = template.file[language];
	const names = new Map(template.nodes.map(({ key, name }) => [key, name[language]]));
	const nodes = [
		...template.stickies.map((sticky) => stickyNode(file, sticky)),
		...template.nodes.map((node) => workflowNode(file, node)),
	];
	const workflow = {
		name: template.name,
		nodes,
		connections: connections(template.wires, names),
		settings: { executionOrder: 'v1', timezone: TIME_ZONE },
		active: false,
		pinData: pinData(template.nodes, names),
		meta: { templateCredsSetupCompleted: false },
	};
	return withNames(inLanguage(workflow, language), names);
}

function stickyNode(file: string, { key, name, text, at, size: [width, height], yellow }: StickyPart) {
	return {
		...{ id: stableId(file, key), name, type: 'n8n-nodes-base.stickyNote', typeVersion: 1, position: at },
		parameters: { content: text, height, width, color: yellow ? 1 : 7 },
	};
}

function workflowNode(file: string, { key, name, type, version, at, parameters = {}, more = {} }: NodePart) {
	return {
		...{ id: stableId(file, key), name, type, typeVersion: version, position: at, parameters },
		...(HAS_ADDRESS.test(type) ? { webhookId: stableId(file, key, 'address') } : {}),
		...more,
	};
}

function connections(wires: Wire[], names: Map<string, string>): object {
	const all: Record<string, Record<string, object[][]>> = {};
	for (const { from, to, output = 0, input = 0, kind = 'main' } of wires) {
		const outputs = ((all[nameOf(from, names)] ??= {})[kind] ??= []);
		while (outputs.length <= output) outputs.push([]);
		outputs[output]?.push({ node: nameOf(to, names), type: kind, index: input });
	}
	return all;
}

function pinData(nodes: NodePart[], names: Map<string, string>): object {
	return Object.fromEntries(
		nodes
			.filter(({ pinned }) => pinned)
			.map(({ key, pinned = [] }) => [nameOf(key, names), pinned.map((json) => ({ json }))]),
	);
}

/** Expressions name nodes by key; in the workflow they have the name of the language. */
function withNames(value: unknown, names: Map<string, string>): object {
	const text = JSON.stringify(value).replace(/\$\('@([\w-]+)'\)/g, (_all, key: string) => {
		const name = nameOf(key, names);
		return `$('${name}')`;
	});
	return JSON.parse(text) as object;
}

function nameOf(key: string, names: Map<string, string>): string {
	const name = names.get(key);
	if (name === undefined)
		throw new CliError(`There is no node with the key "${key}"; there are ${[...names.keys()].join(', ')}.`);
	return name;
}

/** A UUID made from names. */
function stableId(...names: string[]): string {
	const hex = createHash('sha256').update(names.join('/')).digest('hex');
	const group = (from: number, to: number) => hex.slice(from, to);
	return [group(0, 8), group(8, 12), `4${group(13, 16)}`, `8${group(17, 20)}`, group(20, 32)].join('-');
}
