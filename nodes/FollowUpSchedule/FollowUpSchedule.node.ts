import type { IExecuteFunctions, INodeExecutionData, INodeType, INodeTypeDescription } from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { properties } from './properties.ts';
import { withErrorItems } from '../shared/error-items.ts';
import { scheduleItems } from './schedule-items.ts';
import { followUpStorePostgresTest } from '../shared/test-postgres.ts';
import { NODE_VERSION } from '../shared/node-version.ts';

export class FollowUpSchedule implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Follow-Up Schedule',
		name: 'followUpSchedule',
		icon: { light: 'file:followUpSchedule.svg', dark: 'file:followUpSchedule.dark.svg' },
		group: ['transform'],
		version: NODE_VERSION,
		subtitle: '={{ $parameter["mode"] === "wait" ? "Wait" : "Queue" }}',
		description: 'Keeps planned follow-ups until they are due',
		defaults: { name: 'Follow-Up Schedule' },
		inputs: [NodeConnectionTypes.Main],
		outputs: '={{ [{ type: "main", displayName: $parameter["mode"] === "wait" ? "Due" : "Scheduled" }] }}',
		usableAsTool: undefined,
		credentials: [
			{
				name: 'followUpStorePostgresApi',
				required: true,
				displayOptions: { show: { store: ['postgres'] } },
				testedBy: 'followUpStorePostgresTest',
			},
		],
		properties,
	};

	methods = { credentialTest: { followUpStorePostgresTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await withErrorItems(this, async () => [await scheduleItems(this)]);
	}
}
