import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { audioLength, fetchFile, openAiMediaReader } from '../../../lib/index.ts';
import { mediaAccess } from '../../shared/media-access.ts';
import { eachItem, mediaField, readMedia } from './media-source.ts';
import type { WholeRunOperation } from './operation.ts';

const properties: INodeProperties[] = [
	mediaField,
	{
		displayName: 'Transcription Model',
		name: 'transcriptionModel',
		type: 'string',
		required: true,
		default: 'whisper-1',
		description: 'Model of the OpenAI-compatible server that writes down what is said',
	},
];

async function reader(context: IExecuteFunctions, itemIndex: number) {
	const { baseUrl, apiKey } = await context.getCredentials<{ baseUrl: string; apiKey: string }>(
		'openAiCompatibleApi',
		itemIndex,
	);
	const model = (context.getNodeParameter('transcriptionModel', itemIndex) as string).trim();
	return openAiMediaReader({ baseUrl, apiKey, model, transcriptionModel: model });
}

/** What a customer said in a voice note. */
export const transcribe: WholeRunOperation = {
	value: 'transcribe',
	name: 'Transcribe',
	action: 'Transcribe voice message',
	description: 'Write down what a customer said in a voice note',
	properties,
	async runAll(context) {
		return await eachItem(context, async (itemIndex) => {
			const { file, channel } = readMedia(context, itemIndex, 'audio');
			const fetched = await fetchFile(await mediaAccess(context, itemIndex), channel, file);
			const { text, seconds, model } = await (await reader(context, itemIndex)).understand(fetched);
			const length = seconds ?? audioLength(fetched);
			const told = { text, model, ...(length === undefined ? {} : { seconds: length }) };
			return { json: { ...context.getInputData()[itemIndex]?.json, transcription: told } };
		});
	},
};
