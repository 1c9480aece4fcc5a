import type { INodeType, INodeTypeDescription, ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';
import { followUpStorePostgresTest } from '../shared/test-postgres.ts';
import { outputs } from './outputs.ts';
import { properties } from './properties.ts';
import { watchDue } from './watch-due.ts';
import { NODE_VERSION } from '../shared/node-version.ts';

export class FollowUpDueTrigger implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Follow-Up Due Trigger',
		name: 'followUpDueTrigger',
		icon: { light: 'file:followUpDueTrigger.svg', dark: 'file:followUpDueTrigger.dark.svg' },
		group: ['trigger', 'schedule'],
		version: NODE_VERSION,
		subtitle: '={{ "every " + $parameter["interval"] + " s" }}',
		description: 'Starts the workflow with the follow-ups that came due',
		eventTriggerDescription: 'Looking for the next planned follow-up',
		activationMessage: 'Due follow-ups now start this workflow',
		defaults: { name: 'Follow-Up Due Trigger' },
		inputs: [],
		outputs,
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

	async trigger(this: ITriggerFunctions): Promise<ITriggerResponse> {
		return await watchDue(this);
	}
}
