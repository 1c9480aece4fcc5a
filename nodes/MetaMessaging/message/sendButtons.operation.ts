import type { INodeProperties } from 'n8n-workflow';
import { messageOptions } from '../fields/options.ts';
import { recipientFields } from '../fields/recipient.ts';
import { deliver } from './deliver.ts';
import type { MessageOperation, RunMessage } from './operation.ts';

const properties: INodeProperties[] = [
	...recipientFields,
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		required: true,
		default: '',
	},
	{
		displayName: 'Buttons',
		name: 'buttons',
		type: 'fixedCollection',
		placeholder: 'Add Button',
		typeOptions: { multipleValues: true, sortable: true },
		default: {},
		description: 'At most 3 on WhatsApp, 13 on Messenger and Instagram',
		options: [
			{
				displayName: 'Button',
				name: 'values',
				values: [
					{
						displayName: 'Title',
						name: 'title',
						type: 'string',
						default: '',
						placeholder: 'e.g. Yes, please',
						description: 'What the customer reads, at most 20 characters',
					},
					{
						displayName: 'ID',
						name: 'id',
						type: 'string',
						default: '',
						placeholder: 'e.g. yes',
						description: 'What comes back when it is tapped; the title if left empty',
					},
				],
			},
		],
	},
	{
		displayName: 'Header',
		name: 'header',
		type: 'string',
		default: '',
		description: 'Line above the text; WhatsApp only',
	},
	{
		displayName: 'Footer',
		name: 'footer',
		type: 'string',
		default: '',
		description: 'Line below the text; WhatsApp only',
	},
	messageOptions,
];

/** A text with answers to tap. */
const run: RunMessage = async (delivery) => {
	const parameter = (name: string) =>
		delivery.context.getNodeParameter(name, delivery.itemIndex, '') as string;
	const { values = [] } = delivery.context.getNodeParameter('buttons', delivery.itemIndex, {}) as {
		values?: { title: string; id?: string }[];
	};
	const buttons = values.map(({ title, id }) => ({ title, id: id || title }));
	const [header, footer] = [parameter('header'), parameter('footer')];
	return await deliver(delivery, {
		...{ kind: 'buttons', text: parameter('text'), buttons },
		...(header ? { header } : {}),
		...(footer ? { footer } : {}),
	});
};

export const sendButtons: MessageOperation = {
	value: 'sendButtons',
	name: 'Send Buttons',
	action: 'Send buttons message',
	description: 'Send a text with answers to tap',
	properties,
	run,
};
