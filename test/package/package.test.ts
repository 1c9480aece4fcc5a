import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodes, credentials } from '../support/node-types.ts';

const root = join(import.meta.dirname, '..', '..');
const read = <T>(file: string) => JSON.parse(readFileSync(join(root, file), 'utf8')) as T;

interface PackageJson {
	keywords: string[];
	license: string;
	dependencies?: object;
	peerDependencies: object;
	n8n: { n8nNodesApiVersion: number; nodes: string[]; credentials: string[]; strict: boolean };
}
interface Codex {
	node: string;
	categories: string[];
	alias: string[];
	resources?: object;
}

const package_ = read<PackageJson>('package.json');
const CATEGORIES = [
	...[
		'Data & Storage',
		'Finance & Accounting',
		'Marketing & Content',
		'Productivity',
		'Miscellaneous',
		'Sales',
	],
	...['Development', 'Analytics', 'Communication', 'Utility'],
];

test('n8n finds it, and installs nothing beside it', () => {
	expect(package_.keywords).toContain('n8n-community-node-package');
	expect(package_.license).toBe('MIT');
	expect(package_.dependencies).toBeUndefined();
	expect(package_.peerDependencies).toEqual({ 'n8n-workflow': '*' });
});

// n8n does not load a package that asks for more than it offers, and all it offers up to 2.41.1 is 1 (@n8n/constants).
test('it asks for an interface of nodes that every n8n has', () => {
	expect(package_.n8n.n8nNodesApiVersion).toBe(1);
});

test('every node and credential is listed, and nothing else', () => {
	const files = [
		...nodes.map(({ constructor: { name } }) => `dist/nodes/${name}/${name}.node.js`),
		...credentials.map(({ constructor: { name } }) => `dist/credentials/${name}.credentials.js`),
	];
	expect([...package_.n8n.nodes, ...package_.n8n.credentials].sort()).toEqual(files.sort());
});

test.each(nodes.map(({ constructor: { name } }) => name))(
	'%s is found by the words people search for',
	(folder) => {
		const { alias } = read<Codex>(`nodes/${folder}/${folder}.node.json`);
		for (const word of [
			'recordatorio',
			'chatbot',
			'mensaje',
			'no reply',
			'seguimiento',
			'follow up',
			'whatsapp',
		])
			expect(alias).toContain(word);
	},
);

test.each(nodes.map(({ constructor: { name }, description }): [string, string] => [name, description.name]))(
	'%s has its codex file and both icons',
	(folder, name) => {
		const codex = read<Codex>(`nodes/${folder}/${folder}.node.json`);
		expect(codex.node).toBe('n8n-nodes-meta-followup');
		// Without this key n8n drops the whole file.
		expect(codex.resources).toBeDefined();
		expect(codex.categories.length).toBeGreaterThan(0);
		for (const category of codex.categories) expect(CATEGORIES).toContain(category);
		const icons = [`${name}.svg`, `${name}.dark.svg`].map((file) => join(root, 'nodes', folder, file));
		expect(icons.every(existsSync)).toBe(true);
		const [light, dark] = icons.map((file) => readFileSync(file, 'utf8'));
		expect(light).not.toBe(dark);
		for (const svg of [light, dark]) expect(svg).toMatch(/<svg[^>]+viewBox="0 0 (\d+) \1"/);
	},
);
