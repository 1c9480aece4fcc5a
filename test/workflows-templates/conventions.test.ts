import type { INode } from 'n8n-workflow';
import { NODE_VERSION } from '../../nodes/shared/node-version.ts';
import { readTemplate, templateFiles } from '../support/templates.ts';

const STICKY = 'n8n-nodes-base.stickyNote';
const YELLOW = 1;
const WHITE = 7;
/** What a message of a customer passes until its follow-ups are kept. */
const WAY_IN = /\.(metaMessagingTrigger|followUpEvaluate|followUpSchedule)$/;
const FROM_A_TABLE = /follow-ups-in-a-table|seguimientos-en-tabla/;
const HAS_ADDRESS = /\.(metaMessagingTrigger|formTrigger|form|webhook|wait)$/;
/** What a node with its name below it takes on the canvas. */
const NODE_WIDTH = 100;
const NODE_HEIGHT = 130;

interface Box {
	name: string;
	left: number;
	top: number;
	right: number;
	bottom: number;
}

const stickiesOf = (nodes: INode[]) => nodes.filter(({ type }) => type === STICKY);
const others = (nodes: INode[]) => nodes.filter(({ type }) => type !== STICKY);
const words = (text: string) => text.split(/\s+/).filter(Boolean).length;
const textOf = ({ parameters }: INode) => String(parameters.content);

function box({ name, type, position: [left, top], parameters }: INode): Box {
	const sticky = type === STICKY;
	const width = sticky ? Number(parameters.width) : NODE_WIDTH;
	const height = sticky ? Number(parameters.height) : NODE_HEIGHT;
	return { name, left, top, right: left + width, bottom: top + height };
}

const touch = (a: Box, b: Box) =>
	a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const inside = (a: Box, b: Box) =>
	a.left >= b.left && a.right <= b.right && a.top >= b.top && a.bottom <= b.bottom;

function touching(boxes: Box[]): string[] {
	return boxes.flatMap((one, index) =>
		boxes.slice(index + 1).flatMap((other) => (touch(one, other) ? [`${one.name} / ${other.name}`] : [])),
	);
}

describe.each(templateFiles)('%s', (file) => {
	const json = readTemplate(file);
	const { nodes } = json;

	test('is made of the nodes in the version that this package has', () => {
		const ours = nodes.filter(({ type }) => type.startsWith('n8n-nodes-meta-followup.'));
		expect(ours.map(({ typeVersion }) => typeVersion)).toEqual(ours.map(() => NODE_VERSION));
	});

	// Where there is none, n8n 2.40 and newer can take a delivery in without an isolate for expressions.
	test('has an expression on the way in only for a name in a template, or for follow-ups from a table', () => {
		const onTheWay = nodes.filter(({ type }) => WAY_IN.test(type));
		const count = onTheWay.flatMap(({ parameters }) => JSON.stringify(parameters).match(/"=/g) ?? []).length;
		expect(count).toBeLessThanOrEqual(FROM_A_TABLE.test(file) ? 5 : 1);
	});

	test('has one yellow overview at the top left, with how it works and how to set it up', () => {
		const yellow = stickiesOf(nodes).filter(({ parameters }) => parameters.color === YELLOW);
		expect(yellow).toHaveLength(1);
		const [overview] = yellow as [INode];
		expect(textOf(overview)).toMatch(/^## .+\n\n### (How it works|Cómo funciona)\n/);
		expect(textOf(overview)).toMatch(/\n### (Setup|Cómo configurarlo)\n1\. /);
		expect(words(textOf(overview))).toBeGreaterThanOrEqual(100);
		expect(words(textOf(overview))).toBeLessThanOrEqual(300);
		expect(overview.position[0]).toBe(Math.min(...nodes.map(({ position }) => position[0])));
		expect(overview.position[1]).toBe(Math.min(...nodes.map(({ position }) => position[1])));
	});

	test('has white section notes of less than 50 words, and every node stands in one', () => {
		const sections = stickiesOf(nodes).filter(({ parameters }) => parameters.color !== YELLOW);
		for (const one of sections) {
			expect(one.parameters.color).toBe(WHITE);
			expect(textOf(one)).toMatch(/^### .+\n/);
			expect(words(textOf(one))).toBeLessThan(50);
		}
		for (const node of others(nodes))
			expect([node.name, sections.filter((one) => inside(box(node), box(one))).length]).toEqual([
				node.name,
				1,
			]);
	});

	test('lies on the grid, and nothing covers anything', () => {
		for (const { name, position } of nodes)
			expect([name, ...position.map((at) => Math.abs(at % 20))]).toEqual([name, 0, 0]);
		expect(touching(stickiesOf(nodes).map(box))).toEqual([]);
		expect(touching(others(nodes).map(box))).toEqual([]);
	});

	test('is a workflow that is switched off, with names and IDs of its own', () => {
		expect(json).toMatchObject({ active: false, settings: { executionOrder: 'v1' } });
		const tellsTime = nodes.some(({ type }) => type.endsWith('.followUpEvaluate'));
		if (tellsTime) expect(json.settings?.timezone).toMatch(/^[A-Z]\w+\/\w+/);
		expect(json.name).toMatch(/^\p{Lu}/u);
		for (const list of [nodes.map(({ id }) => id), nodes.map(({ name }) => name)])
			expect(new Set(list).size).toBe(list.length);
		expect(Object.keys((json as { meta?: object }).meta ?? {})).not.toContain('instanceId');
	});

	test('names no credential and no secret, and only nodes that everybody can have', () => {
		for (const node of nodes) {
			expect(node.credentials).toBeUndefined();
			expect(node.type).toMatch(/^(n8n-nodes-base|n8n-nodes-meta-followup|@n8n\/n8n-nodes-langchain)\./);
		}
		const text = JSON.stringify(json);
		expect(text).not.toMatch(/EAA[A-Za-z0-9]{20}|sk-[A-Za-z0-9]{20}|Bearer [A-Za-z0-9]/);
		const mails = text.match(/[\w.]+@[\w-]+\.\w+/g) ?? [];
		expect(mails.filter((mail) => !mail.endsWith('@example.com'))).toEqual([]);
	});

	test('connects nodes that are there, and its expressions name nodes that are there', () => {
		const names = new Set(nodes.map(({ name }) => name));
		for (const [from, byKind] of Object.entries(json.connections)) {
			expect(names).toContain(from);
			for (const to of Object.values(byKind).flat(2)) expect(names).toContain(to?.node);
		}
		const text = JSON.stringify(nodes.map(({ parameters }) => parameters));
		for (const [, name] of text.matchAll(/\$\('([^']+)'\)/g)) expect(names).toContain(name);
		expect(Object.keys(json.pinData ?? {}).filter((name) => !names.has(name))).toEqual([]);
	});

	test('every trigger that listens has an address', () => {
		for (const { type, webhookId } of nodes)
			if (HAS_ADDRESS.test(type))
				expect([type, webhookId]).toEqual([type, expect.stringMatching(/^[0-9a-f-]{36}$/)]);
	});
});

test('no two templates listen at the same address', () => {
	const all = templateFiles.flatMap((file) => readTemplate(file).nodes);
	const ids = all.flatMap(({ webhookId }) => webhookId ?? []);
	const paths = all.flatMap(({ type, parameters }) =>
		type.endsWith('.webhook') ? [`${String(parameters.httpMethod)} ${String(parameters.path)}`] : [],
	);
	for (const list of [ids, paths]) expect(new Set(list).size).toBe(list.length);
});
