import type { INodeProperties } from 'n8n-workflow';
import { DEFINED_ON_DASHBOARD } from '../shared/chatbot-source.ts';
import { chatbotParameter } from '../shared/chatbot-parameter.ts';
import { storeParameter } from '../shared/store-parameter.ts';
import { definitionSourceParameters } from './parameters/definition-source.ts';
import { followUpsParameter } from './parameters/follow-ups.ts';
import { modelParameters } from './parameters/model.ts';
import { settingsParameter } from './parameters/settings.ts';
import { templateAccountParameter } from './parameters/template-fields.ts';

export const properties: INodeProperties[] = [
	...definitionSourceParameters,
	followUpsParameter,
	{
		displayName: 'Stop Condition',
		name: 'stopCondition',
		type: 'string',
		typeOptions: { rows: 3 },
		default: '',
		required: true,
		placeholder: 'e.g. Stop when the customer confirms the appointment, cancels, or is no longer interested',
		description: 'When all pending follow-ups of a conversation should stop, in plain language',
		displayOptions: { hide: { defineFollowUps: [DEFINED_ON_DASHBOARD] } },
	},
	// n8n shows the credentials above the last parameter that one of them depends on: with the store first they stand above the
	// choice of the model, whose list needs them, and above the account whose templates are listed.
	storeParameter,
	...modelParameters,
	templateAccountParameter,
	chatbotParameter,
	settingsParameter,
];
