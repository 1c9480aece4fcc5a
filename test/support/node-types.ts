import type { ICredentialType, INodeType, INodeTypes } from 'n8n-workflow';
import { MetaMessagingApi } from '../../credentials/MetaMessagingApi.credentials.ts';
import { FollowUpStorePostgresApi } from '../../credentials/FollowUpStorePostgresApi.credentials.ts';
import { OpenAiCompatibleApi } from '../../credentials/OpenAiCompatibleApi.credentials.ts';
import { FollowUpDueTrigger } from '../../nodes/FollowUpDueTrigger/FollowUpDueTrigger.node.ts';
import { FollowUpEvaluate } from '../../nodes/FollowUpEvaluate/FollowUpEvaluate.node.ts';
import { FollowUpManager } from '../../nodes/FollowUpManager/FollowUpManager.node.ts';
import { FollowUpSchedule } from '../../nodes/FollowUpSchedule/FollowUpSchedule.node.ts';
import { MetaMessaging } from '../../nodes/MetaMessaging/MetaMessaging.node.ts';
import { MetaMessagingTrigger } from '../../nodes/MetaMessagingTrigger/MetaMessagingTrigger.node.ts';

export const PACKAGE = 'n8n-nodes-meta-followup';

/** Every node of the package. A new one is a new line here. */
export const nodes: INodeType[] = [
	new FollowUpDueTrigger(),
	new FollowUpEvaluate(),
	new FollowUpManager(),
	new FollowUpSchedule(),
	new MetaMessaging(),
	new MetaMessagingTrigger(),
];

/** Every credential of the package. */
export const credentials: ICredentialType[] = [
	new FollowUpStorePostgresApi(),
	new MetaMessagingApi(),
	new OpenAiCompatibleApi(),
];

const byType = new Map(nodes.map((node) => [`${PACKAGE}.${node.description.name}`, node]));

/** The nodes under the names they have in workflows. */
export const nodeTypes: INodeTypes = {
	getByName: (type) => byType.get(type) as INodeType,
	getByNameAndVersion: (type) => byType.get(type) as INodeType,
	getKnownTypes: () => ({}),
};
