import { writeFollowUpFile } from '../../../../lib/index.ts';
import { text } from '../../fields/text.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { chatbotField, chosen } from './fields.ts';

/** All follow-ups of a chatbot as one file. */
export const exportAll: ManagerOperation = {
	value: 'export',
	name: 'Export',
	action: 'Export follow ups',
	description:
		'The follow-ups of a chatbot with its stop condition and settings, as JSON and as a file, e.g. to keep in Git',
	properties: [
		chatbotField,
		{
			displayName: 'Put Output File in Field',
			name: 'binaryField',
			type: 'string',
			default: 'data',
			hint: 'The name of the output field to put the file in',
		},
	],
	async run(context, itemIndex, store) {
		const id = chosen(context, itemIndex, 'chatbotId');
		const chatbot = await store.knownChatbot(id);
		const file = writeFollowUpFile(chatbot, await store.now());
		const binary = await context.helpers.prepareBinaryData(
			Buffer.from(`${JSON.stringify(file, null, '\t')}\n`, 'utf8'),
			`follow-ups-${id.replace(/[^\w.-]+/g, '_')}.json`,
			'application/json',
		);
		const [item] = jsonItems([file]);
		return [
			{ json: item?.json ?? {}, binary: { [text(context, itemIndex, 'binaryField') || 'data']: binary } },
		];
	},
};
