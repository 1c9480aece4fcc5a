import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import { followUpItem, type SendItem, type Store } from '../../../../lib/index.ts';
import { text } from '../../fields/text.ts';
import { changedItem } from '../../items.ts';
import { jsonItems, type ManagerOperation, type OutputItem } from '../../operation.ts';
import { readScheduledId, scheduledIdField } from './fields.ts';

const properties: INodeProperties[] = [
	{
		displayName: 'Moment',
		name: 'moment',
		type: 'options',
		options: [
			{
				name: 'Before Sending',
				value: 'before',
				description: 'Checks every rule a last time and takes the follow-up up; only what may go comes out',
			},
			{ name: 'After Sending', value: 'after', description: 'Notes what became of the message' },
		],
		default: 'before',
		description: 'Where this node stands: the node that sends needs one of each around it',
	},
	{
		displayName:
			'Connect the output Send of Follow-Up Evaluate to this node, and this node to the one that sends. Behind that one put a second Mark as Sent with After Sending; what it never hears of counts as unknown and is not sent again.',
		name: 'beforeNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { moment: ['before'] } },
	},
	{
		...scheduledIdField,
		displayOptions: { show: { moment: ['after'] } },
		description:
			"As the first Mark as Sent gave it out, e.g. {{ $('Mark as Sent').item.json.followUp.scheduledId }}",
	},
	{
		displayName: 'Outcome',
		name: 'outcome',
		type: 'options',
		options: [
			{ name: 'Not Sent', value: 'failed', description: 'The message certainly did not go out' },
			{ name: 'Sent', value: 'sent', description: 'The message went out' },
		],
		default: 'sent',
		description: 'What became of the message',
		displayOptions: { show: { moment: ['after'] } },
	},
	{
		displayName: 'Message ID',
		name: 'messageId',
		type: 'string',
		default: '={{ $json.messages?.[0]?.id ?? $json.message_id ?? $json.message?.id ?? "" }}',
		description: 'The ID that Meta gave the message, by which its statuses find it; may be empty',
		displayOptions: { show: { moment: ['after'], outcome: ['sent'] } },
	},
	{
		displayName: 'Reason',
		name: 'reason',
		type: 'string',
		default: '={{ $json.error ?? "" }}',
		description: 'Why it was not sent; stands in the log',
		displayOptions: { show: { moment: ['after'], outcome: ['failed'] } },
	},
];

async function before(context: IExecuteFunctions, itemIndex: number, store: Store): Promise<OutputItem[]> {
	const item = context.getInputData()[itemIndex]?.json as unknown as SendItem;
	const { scheduledId, leaseToken } = item.followUp ?? {};
	if (!scheduledId || !leaseToken || !item.content)
		throw new NodeOperationError(context.getNode(), 'The item holds no decided follow-up', {
			itemIndex,
			description: 'Connect the Send output of Follow-Up Evaluate to this node',
		});
	const begun = await store.beginSend(scheduledId, leaseToken, await store.now());
	if (!begun.ok) {
		context.addExecutionHints({
			message: `"${item.followUp.name}" is not to be sent: ${begun.reason.sentence}`,
		});
		return [];
	}
	// What may go is what the store holds, not what the item says: the last check looked at exactly that.
	const { content = item.content } = begun.followUp;
	return jsonItems([{ ...item, followUp: followUpItem({ ...begun.followUp, lease: undefined }), content }]);
}

async function after(context: IExecuteFunctions, itemIndex: number, store: Store): Promise<OutputItem[]> {
	const id = readScheduledId(context, itemIndex);
	const failed = context.getNodeParameter('outcome', itemIndex, 'sent') === 'failed';
	const messageId = failed ? '' : text(context, itemIndex, 'messageId');
	const why = failed ? text(context, itemIndex, 'reason') || 'The node that was to send it did not' : '';
	const outcome = failed ? { failed: why } : messageId ? { messageId } : {};
	return jsonItems([changedItem(await store.markSent(id, outcome, await store.now()))]);
}

/** Takes a decided follow-up up before another node sends it, and records afterwards that it did. */
export const markAsSent: ManagerOperation = {
	value: 'markAsSent',
	name: 'Mark as Sent',
	action: 'Mark scheduled follow up as sent',
	description:
		'Send by another node than Meta Messaging: take the follow-up up before, and record afterwards that it was sent',
	properties,
	async run(context, itemIndex, store) {
		const moment = context.getNodeParameter('moment', itemIndex, 'before');
		return moment === 'after'
			? await after(context, itemIndex, store)
			: await before(context, itemIndex, store);
	},
};
