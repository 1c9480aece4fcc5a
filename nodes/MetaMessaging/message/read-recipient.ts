import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { conversationKey, parseConversationKey, type Channel, type Contact } from '../../../lib/index.ts';

export interface Recipient {
	key: string;
	contact: Partial<Contact>;
}

/** Reads to whom a message goes. A phone number needs its +: without it nobody knows the country. */
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
		return { key, contact: channel === 'whatsapp' && /^\d+$/.test(contact) ? { phone: contact } : {} };
	}
	const [channel, account, contact] = [
		parameter('channel') as Channel,
		parameter('account'),
		parameter('contact'),
	];
	if (account === '' || contact === '')
		throw problem('Account ID or Contact is empty', 'Fill in both, e.g. 210000000000001 and +573001112233');
	if (channel !== 'whatsapp') return { key: conversationKey({ channel, account, contact }), contact: {} };
	const digits = contact.replace(/[\s().-]/g, '');
	if (/^\+[1-9]\d{5,14}$/.test(digits)) {
		const phone = digits.slice(1);
		return { key: conversationKey({ channel, account, contact: phone }), contact: { phone } };
	}
	if (/^[A-Z]{2}\.[\w.]+$/.test(contact))
		return { key: conversationKey({ channel, account, contact }), contact: {} };
	throw problem(
		`The contact "${contact}" is neither a phone number with + nor a user ID`,
		'Write the number with + and country code, e.g. +573001112233, or a business-scoped user ID, e.g. CO.1A2B3C',
	);
}
