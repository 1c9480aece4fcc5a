import type { Customer } from '../ledger.ts';
import type { Context } from '../context.ts';
import { isObject } from '../http.ts';
import { recordViolation } from '../referee/violations.ts';
import type { Channel } from '../world.ts';
import { graphError, type GraphError } from './errors.ts';
import { characters } from './whatsapp-content.ts';

const messagingTypes = ['RESPONSE', 'UPDATE', 'MESSAGE_TAG', 'UTILITY'];
// Meta: these tags answer with error 100 since 2026-04-27; recurring and one-time notifications are gone as well.
const deadTags = ['CONFIRMED_EVENT_UPDATE', 'ACCOUNT_UPDATE', 'POST_PURCHASE_UPDATE'];
const messengerCharacters = 2_000;
const instagramBytes = 1_000;

/** What is wrong with `messaging_type` and `tag`; null when nothing is. */
export function tagError(
	context: Context,
	customer: Customer,
	body: Record<string, unknown>,
): GraphError | null {
	const { messaging_type: type, tag } = body;
	if (type !== undefined && !messagingTypes.includes(String(type))) {
		return graphError(
			100,
			'Invalid parameter',
			`messaging_type is ${JSON.stringify(type)}; it must be one of ${messagingTypes.join(', ')}.`,
		);
	}
	if (tag === undefined && type !== 'MESSAGE_TAG') return null;
	if (tag === 'HUMAN_AGENT') {
		recordViolation(
			context,
			'human_agent',
			'HUMAN_AGENT is for replies that a person writes; an automation used it.',
			customer,
			body,
		);
		return graphError(
			10,
			'The Human Agent tag may only be used for messages written by a person; the sandbox refuses it from the API.',
		);
	}
	recordViolation(
		context,
		'dead_tag',
		`Message tag ${JSON.stringify(tag)} does not exist any more.`,
		customer,
		body,
	);
	return graphError(
		100,
		deadTags.includes(String(tag))
			? `Invalid parameter: message tag ${String(tag)} is no longer supported`
			: 'Invalid parameter: tag',
	);
}

/** What is wrong with the content of a Messenger or Instagram message; null when nothing is. */
export function contentError(channel: Channel, body: Record<string, unknown>): GraphError | null {
	const message = body['message'];
	if (!isObject(message)) return graphError(100, 'Invalid parameter', '"message" must be an object.');
	const { text } = message;
	const kinds = ['text', 'attachment', 'attachments', 'template'].filter(
		(kind) => message[kind] !== undefined,
	);
	if (kinds.length === 0)
		return graphError(
			100,
			'Invalid parameter',
			'message needs "text", "attachment", "attachments" or "template".',
		);
	if (text === undefined) return null;
	if (typeof text !== 'string' || text.trim() === '')
		return graphError(100, 'Invalid parameter', 'message.text must be a text that is not empty.');
	const bytes = Buffer.byteLength(text, 'utf8');
	if (channel === 'instagram' && bytes > instagramBytes) {
		return graphError(
			100,
			'Length of param message[text] must be less than or equal to 1000',
			`It has ${bytes} bytes of UTF-8; Instagram counts bytes, not characters.`,
		);
	}
	if (channel === 'messenger' && characters(text) > messengerCharacters) {
		return graphError(
			100,
			'Length of param message[text] must be less than or equal to 2000',
			`It has ${characters(text)} characters.`,
		);
	}
	return null;
}
