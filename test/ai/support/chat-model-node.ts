import type { INode, INodeType } from 'n8n-workflow';
import type { ChatModel } from '../../../nodes/FollowUpEvaluate/connected-model.ts';
import type { WorkflowJson } from '../../support/engine.ts';
import { nodeTypes } from '../../support/node-types.ts';

const TYPE = 'test.chatModel';

/** Makes a node known to the engine that hands out this chat model, as n8n's own chat model nodes do. */
export function provideChatModel(chatModel: ChatModel): void {
	const node: INodeType = {
		description: {
			...{ displayName: 'Chat Model', name: 'chatModel', group: ['transform'], version: 1, description: '' },
			...{ defaults: { name: 'Chat Model' }, inputs: [], outputs: ['ai_languageModel'], properties: [] },
		},
		supplyData: async () => ({ response: chatModel }),
	};
	const known = nodeTypes.getByNameAndVersion.bind(nodeTypes);
	const lookUp = (type: string) => (type === TYPE ? node : known(type)) as INodeType;
	jest.spyOn(nodeTypes, 'getByName').mockImplementation(lookUp);
	jest.spyOn(nodeTypes, 'getByNameAndVersion').mockImplementation(lookUp);
}

/** The workflow with the chat model connected to Follow-Up Evaluate. */
export function withChatModel(json: WorkflowJson): WorkflowJson {
	const node: INode = {
		...{ id: 'model', name: 'Model', type: TYPE, typeVersion: 1, position: [0, 0], parameters: {} },
	};
	const connected = {
		ai_languageModel: [[{ node: 'Evaluate', type: 'ai_languageModel' as const, index: 0 }]],
	};
	return {
		...json,
		nodes: [...json.nodes, node],
		connections: { ...json.connections, Model: connected },
	};
}
