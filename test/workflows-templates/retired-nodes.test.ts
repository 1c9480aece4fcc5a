import { nodesOfTemplates, retiredNodes, type KnownNode } from './retired-nodes.ts';

const SET: KnownNode = {
	name: 'set',
	displayName: 'Edit Fields',
	description: 'Add fields',
	version: [3, 3.4],
};
const used = [{ file: 'en/one.json', type: 'n8n-nodes-base.set', typeVersion: 3.4 }];
const problems = (change: Partial<KnownNode>) =>
	retiredNodes(used, new Map([['n8n-nodes-base', [{ ...SET, ...change }]]]));

test('a node that n8n offers is in order', () => {
	expect(problems({})).toEqual([]);
	expect(nodesOfTemplates().length).toBeGreaterThan(100);
});

test.each<[string, Partial<KnownNode>, string]>([
	['deprecated', { deprecated: true }, 'is deprecated'],
	['deprecated with advice', { deprecated: { use: 'another' } }, 'is deprecated'],
	['hidden', { hidden: true }, 'cannot be added any more'],
	['deprecated by its words', { description: 'Deprecated, use another' }, 'is said to be deprecated'],
	['of a version that is gone', { version: [3, 3.3] }, 'is not there'],
	['gone', { name: 'other' }, 'is not there'],
])('a node that is %s is named', (_, change, problem) => {
	expect(problems(change)).toEqual([`en/one.json: n8n-nodes-base.set 3.4 ${problem}`]);
});

test('a node of a package that n8n does not bring is named', () => {
	expect(retiredNodes(used, new Map())).toEqual(['en/one.json: n8n-nodes-base.set 3.4 is not there']);
});
