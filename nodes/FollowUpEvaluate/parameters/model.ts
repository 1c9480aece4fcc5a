import type { INodeProperties } from 'n8n-workflow';

const decideBy: INodeProperties = {
	displayName: 'Decide By',
	name: 'decideBy',
	type: 'options',
	noDataExpression: true,
	options: [
		{
			name: 'Connected Chat Model',
			value: 'connectedModel',
			description: 'Any chat model of n8n, connected to this node',
		},
		{
			name: 'OpenAI-Compatible API',
			value: 'openAiCompatible',
			description: 'A model reads the conversation and decides: OpenAI, OpenRouter, Groq, Ollama and others',
		},
		{
			name: 'Rules Only',
			value: 'rulesOnly',
			description: 'No model: whatever comes due is sent with its fixed text or template',
		},
	],
	default: 'openAiCompatible',
	description: 'Who decides whether a due follow-up fits the conversation',
};

const model: INodeProperties = {
	displayName: 'Model',
	name: 'model',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The model that reads the conversation',
	displayOptions: { show: { decideBy: ['openAiCompatible'] } },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			placeholder: 'Select a model',
			typeOptions: { searchListMethod: 'searchModels', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. gpt-5-mini',
		},
	],
};

const modelOptions: INodeProperties = {
	displayName: 'Model Options',
	name: 'modelOptions',
	type: 'collection',
	placeholder: 'Add option',
	default: {},
	displayOptions: { hide: { decideBy: ['rulesOnly'] } },
	options: [
		{
			displayName: 'Temperature',
			name: 'temperature',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 2, numberPrecision: 1 },
			default: 0,
			description:
				'How freely the model chooses its words. Left out unless added, because some models refuse it.',
			displayOptions: { show: { '/decideBy': ['openAiCompatible'] } },
		},
		{
			displayName: 'Timeout (Seconds)',
			name: 'timeoutSeconds',
			type: 'number',
			typeOptions: { minValue: 1 },
			default: 45,
			description:
				'How long to wait for an answer. After it the follow-up waits and the model is asked again later.',
		},
	],
};

/** Who decides about due follow-ups. */
export const modelParameters: INodeProperties[] = [decideBy, model, modelOptions];
