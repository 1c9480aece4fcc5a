import type { INodeProperties } from 'n8n-workflow';

/** Who decides about due follow-ups. */
export const modelParameters: INodeProperties[] = [
	{
		displayName: 'Decide By',
		name: 'decideBy',
		type: 'options',
		noDataExpression: true,
		options: [
			{
				name: 'OpenAI-Compatible API',
				value: 'openAiCompatible',
				description:
					'A model reads the conversation and decides: OpenAI, OpenRouter, Groq, Ollama and others',
			},
			{
				name: 'Rules Only',
				value: 'rulesOnly',
				description: 'No model: whatever comes due is sent with its fixed text or template',
			},
		],
		default: 'openAiCompatible',
		description: 'Who decides whether a due follow-up fits the conversation',
	},
	{
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
	},
];
