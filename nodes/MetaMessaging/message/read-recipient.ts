import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import {
	CHANNEL_FACTS,
	conversationKey,
	parseConversationKey,
	type Channel,
	type Contact,
} from '../../../lib/index.ts';

export interface Recipient {
	key: string;
	contact: Partial<Contact>;
}

/** Reads to whom a message goes. */
export function readRecipient(context: IExecuteFunctions, itemIndex: number): Recipient {
	const parameter = (name: string) => String(context.getNodeParameter(name, itemIndex, '') ?? '').trim();
	const problem = (message: string, description: string) =>
		new NodeOperationError(context.getNode(), message, { itemIndex, description });
	if (parameter('recipientBy') !== 'contact') {
		const key = parameter('conversation');
		if (key === '')
			throw problem(
				'The item holds no conversation',
				'Connect a node that gives one, e.g. Meta Messaging Trigger, or choose Account and Contact in Recipient By',
			);
		const { channel, contact } = parseConversationKey(key);
		const phone = CHANNEL_FACTS[channel].identity.phoneOf(contact);
		return { key, contact: phone === undefined ? {} : { phone } };
	}
	const [channel, account, contact] = [
		parameter('channel') as Channel,
		parameter('account'),
		parameter('contact'),
	];
	if (account === '' || contact === '')
		throw problem('Account ID or Contact is empty', 'Fill in both, e.g. 210000000000001 and +573001112233');
	const { identity } = CHANNEL_FACTS[channel];
	const read = identity.read(contact);
	if (!read) throw problem(`The contact "${contact}" is ${identity.expected}`, identity.advice);
	const { id, ...rest } = read;
	return { key: conversationKey({ channel, account, contact: id }), contact: rest };
}
