import type { INodeProperties } from 'n8n-workflow';
import { fetchBytes } from '../../../lib/index.ts';
import { mediaAccess } from '../../shared/media-access.ts';
import { eachItem, mediaField, readMedia } from './media-source.ts';
import type { WholeRunOperation } from './operation.ts';

const properties: INodeProperties[] = [
	mediaField,
	{
		displayName: 'Put Output File in Field',
		name: 'binaryProperty',
		type: 'string',
		required: true,
		default: 'data',
		hint: 'The name of the output binary field to put the file in',
	},
];

/** A file that a customer sent, as binary data. */
export const getMedia: WholeRunOperation = {
	value: 'getMedia',
	name: 'Get Media',
	action: 'Get media of a message',
	description: 'Download a voice note, picture or other file that a customer sent',
	properties,
	async runAll(context) {
		return await eachItem(context, async (itemIndex) => {
			const { file, channel } = readMedia(context, itemIndex, 'image');
			const { bytes, mimeType } = await fetchBytes(await mediaAccess(context, itemIndex), channel, file);
			const property = context.getNodeParameter('binaryProperty', itemIndex) as string;
			const binary = await context.helpers.prepareBinaryData(Buffer.from(bytes), undefined, mimeType);
			const json = { ...context.getInputData()[itemIndex]?.json, mimeType, bytes: bytes.length };
			return { json, binary: { [property]: binary } };
		});
	},
};
