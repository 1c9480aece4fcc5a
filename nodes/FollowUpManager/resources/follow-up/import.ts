import type { IExecuteFunctions } from 'n8n-workflow';
import { readFollowUpFile, writeFollowUpFile } from '../../../../lib/index.ts';
import { text } from '../../fields/text.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';

/** A file checked, and given out as Follow-Up Evaluate takes it. */
export const importAll: ManagerOperation = {
	value: 'import',
	name: 'Import',
	action: 'Import follow ups',
	description:
		'Check a file that Export has written and give out its follow-ups as Follow-Up Evaluate takes them',
	properties: [
		{
			displayName:
				'Nothing is stored here: follow-ups live in Follow-Up Evaluate. There, set Define Follow-Ups to As JSON and the field to an expression with followUps of this output; it registers them when it runs.',
			name: 'notice',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'From',
			name: 'from',
			type: 'options',
			options: [
				{ name: 'File', value: 'file' },
				{ name: 'JSON', value: 'json' },
			],
			default: 'file',
		},
		{
			displayName: 'Input File Field',
			name: 'binaryField',
			type: 'string',
			required: true,
			default: 'data',
			hint: 'The name of the input field with the file',
			displayOptions: { show: { from: ['file'] } },
		},
		{
			displayName: 'JSON',
			name: 'json',
			type: 'json',
			required: true,
			default: '={{ $json }}',
			description: 'The content of the file',
			displayOptions: { show: { from: ['json'] } },
		},
	],
	async run(context, itemIndex, store) {
		const chatbot = readFollowUpFile(await contentOf(context, itemIndex));
		const { followUps } = writeFollowUpFile(chatbot, await store.now());
		const { id, stopCondition, settings } = chatbot;
		return jsonItems([{ chatbot: id, stopCondition, settings, followUps }]);
	},
};

async function contentOf(context: IExecuteFunctions, itemIndex: number): Promise<unknown> {
	if (context.getNodeParameter('from', itemIndex) === 'json')
		return context.getNodeParameter('json', itemIndex);
	const field = text(context, itemIndex, 'binaryField');
	context.helpers.assertBinaryData(itemIndex, field);
	return (await context.helpers.getBinaryDataBuffer(itemIndex, field)).toString('utf8');
}
