import type { WorkflowNode, WorkflowToImport } from '../../../harness/n8n/types.ts';

/** A node as an export of n8n has it. */
export function node(
	name: string,
	type: string,
	typeVersion: number,
	parameters: object,
	credentials?: WorkflowNode['credentials'],
): WorkflowNode {
	return {
		...{ id: name, name, type, typeVersion, position: [0, 0], parameters: { ...parameters } },
		...(credentials ? { credentials } : {}),
	};
}

/** A workflow of nodes one after the other, each by its first output. */
export function chain(id: string, nodes: WorkflowNode[]): WorkflowToImport {
	const links = nodes
		.slice(1)
		.map(({ name }, index) => [nodes[index]?.name, { main: [[to(name)]] }] as const);
	return workflow(id, nodes, Object.fromEntries(links));
}

/** A workflow as it is imported. */
export function workflow(
	id: string,
	nodes: WorkflowNode[],
	connections: Record<string, unknown>,
): WorkflowToImport {
	return { id, name: id, nodes, connections, settings: { executionOrder: 'v1' }, active: false };
}

/** The end of a connection. */
export function to(name: string) {
	return { node: name, type: 'main', index: 0 };
}
