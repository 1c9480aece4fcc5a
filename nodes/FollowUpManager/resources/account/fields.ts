import { NodeOperationError, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';
import type { AccountAddress } from '../../../../lib/index.ts';
import { accountIdField, CHANNEL_OPTIONS } from '../../../shared/channels.ts';
import { text } from '../../fields/text.ts';

/** Which account of the business. */
export const accountFields: INodeProperties[] = [
	{
		displayName: 'Platform',
		name: 'channel',
		type: 'options',
		options: CHANNEL_OPTIONS,
		default: 'whatsapp',
	},
	{
		...accountIdField,
		required: true,
	},
];

/** @throws NodeOperationError when the account is empty. */
export function readAccount(context: IExecuteFunctions, itemIndex: number): AccountAddress {
	const account = text(context, itemIndex, 'account');
	const channel = context.getNodeParameter('channel', itemIndex) as AccountAddress['channel'];
	if (account !== '') return { channel, account };
	throw new NodeOperationError(context.getNode(), 'Account ID is empty', {
		itemIndex,
		description: 'Give the phone number ID, the Instagram account ID or the Page ID',
	});
}
