import { NodeHelpers, type INode, type INodeType } from 'n8n-workflow';
import { nodeTypes } from '../support/node-types.ts';
import { readTemplate, templateFiles } from '../support/templates.ts';

const ours = templateFiles.flatMap((file) =>
	readTemplate(file)
		.nodes.filter(({ type }) => type.startsWith('n8n-nodes-meta-followup.'))
		.map((node): [string, string, INode] => [file, node.name, node]),
);

test('there is a template in each language', () => {
	expect(new Set(templateFiles.map((file) => file.slice(0, 2)))).toEqual(new Set(['en', 'es']));
	expect(ours.length).toBeGreaterThanOrEqual(10);
});

test.each(ours)('%s: every parameter of "%s" exists and is valid', (_file, _name, node) => {
	const type = nodeTypes.getByName(node.type);
	expect(type).toBeDefined();
	const { description } = type as INodeType;
	const all = NodeHelpers.getNodeParameters(
		description.properties,
		node.parameters,
		true,
		false,
		node,
		description,
	);
	expect(all).not.toBeNull();
	const filled = { ...node, parameters: all ?? {} };
	expect(NodeHelpers.getNodeParametersIssues(description.properties, filled, description)).toBeNull();
	// What n8n does not know it drops without a word, so a misspelt parameter would go unseen.
	for (const parameter of Object.keys(node.parameters)) expect(Object.keys(all ?? {})).toContain(parameter);
	expect(dropped(node.parameters, all ?? {})).toEqual([]);
});

/** The paths of values that a template gives and n8n does not keep. */
function dropped(given: unknown, kept: unknown, path = ''): string[] {
	if (typeof given !== 'object' || given === null) return given === kept ? [] : [path];
	return Object.entries(given).flatMap(([key, value]) =>
		key in ((kept ?? {}) as object)
			? dropped(value, (kept as Record<string, unknown>)[key], `${path}.${key}`)
			: [`${path}.${key}`],
	);
}
