import type { INodeProperties } from 'n8n-workflow';
import { parseConversationKey, uploadMedia, type MediaContent, type MediaType } from '../../../lib/index.ts';
import { messageOptions } from '../fields/options.ts';
import { recipientFields } from '../fields/recipient.ts';
import { deliver, type Delivery } from './deliver.ts';
import type { MessageOperation, RunMessage } from './operation.ts';

const properties: INodeProperties[] = [
	...recipientFields,
	{
		displayName: 'Media Type',
		name: 'mediaType',
		type: 'options',
		options: [
			{ name: 'Audio', value: 'audio' },
			{ name: 'Document', value: 'document' },
			{ name: 'Image', value: 'image' },
			{ name: 'Video', value: 'video' },
		],
		default: 'image',
	},
	{
		displayName: 'File From',
		name: 'fileFrom',
		type: 'options',
		options: [
			{
				name: 'Binary Data',
				value: 'binary',
				description: 'A file in the item; it is uploaded. WhatsApp only.',
			},
			{ name: 'Link', value: 'link', description: 'A public web address that Meta can open' },
		],
		default: 'link',
	},
	{
		displayName: 'Link',
		name: 'link',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. https://example.com/menu.pdf',
		displayOptions: { show: { fileFrom: ['link'] } },
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryProperty',
		type: 'string',
		required: true,
		default: 'data',
		hint: 'The name of the input binary field with the file to send',
		displayOptions: { show: { fileFrom: ['binary'] } },
	},
	{
		displayName: 'Caption',
		name: 'caption',
		type: 'string',
		default: '',
		description: 'Text below the file, at most 1,024 characters; WhatsApp only, and not with audio',
	},
	{
		displayName: 'File Name',
		name: 'fileName',
		type: 'string',
		default: '',
		placeholder: 'e.g. menu.pdf',
		description: 'What the customer sees as the name of a document; WhatsApp only',
		displayOptions: { show: { mediaType: ['document'] } },
	},
	messageOptions,
];

/** A picture, a video, an audio file or a document. */
const run: RunMessage = async (delivery) => {
	const parameter = (name: string) =>
		delivery.context.getNodeParameter(name, delivery.itemIndex, '') as string;
	const [caption, fileName] = [parameter('caption'), parameter('fileName')];
	const file =
		parameter('fileFrom') === 'binary' ? await upload(delivery) : { link: parameter('link').trim() };
	const content: MediaContent = {
		...{ kind: 'media', type: parameter('mediaType') as MediaType },
		...file,
		...(caption ? { caption } : {}),
		...(fileName ? { filename: fileName } : {}),
	};
	return await deliver(delivery, content);
};

async function upload({
	context,
	itemIndex,
	recipient,
	transport,
}: Delivery): Promise<Pick<MediaContent, 'id' | 'filename'>> {
	const property = context.getNodeParameter('binaryProperty', itemIndex) as string;
	const { mimeType, fileName } = context.helpers.assertBinaryData(itemIndex, property);
	const bytes = await context.helpers.getBinaryDataBuffer(itemIndex, property);
	const file = { bytes, mimeType, fileName: fileName ?? 'file' };
	const id = await uploadMedia(transport, parseConversationKey(recipient.key), file);
	return { id, filename: file.fileName };
}

export const sendMedia: MessageOperation = {
	value: 'sendMedia',
	name: 'Send Media',
	action: 'Send media message',
	description: 'Send a picture, a video, an audio file or a document',
	properties,
	run,
};
