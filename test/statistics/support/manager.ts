import type { INode, INodeParameters } from 'n8n-workflow';
import type { WorkflowJson } from '../../support/engine.ts';
import { PACKAGE } from '../../support/node-types.ts';
import { NODE_VERSION } from '../../../nodes/shared/node-version.ts';

/** Start → Manager with one operation. */
export function manager(
	resource: string,
	operation: string,
	parameters: INodeParameters = {},
	onError?: INode['onError'],
): WorkflowJson {
	const node = (name: string, type: string, own: INodeParameters): INode => ({
		...{
			id: name,
			name,
			type: `${PACKAGE}.${type}`,
			typeVersion: NODE_VERSION,
			position: [0, 0] as [number, number],
		},
		parameters: own,
		...(onError && { onError }),
	});
	return {
		nodes: [
			node('Start', 'metaMessagingTrigger', {}),
			node('Manager', 'followUpManager', { resource, operation, ...parameters }),
		],
		connections: { Start: { main: [[{ node: 'Manager', type: 'main', index: 0 }]] } },
	};
}
