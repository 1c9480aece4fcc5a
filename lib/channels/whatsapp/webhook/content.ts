import type { EventMessage } from '../../../messaging/messaging-event.ts';
import { asJson, asObject, asText, type Json } from '../../../meta/webhook/read.ts';
import { fileOf } from './file.ts';
import { isSaid } from './opens-window.ts';

const MEDIA_TYPES = ['image', 'audio', 'video', 'document', 'sticker', 'location', 'contacts', 'order'];

/** Meta's name of what a message is. It is missing at times (seen of a location); then what the message holds tells. */
export function typeOf(message: Json): string {
	const holds = (key: string) => isSaid(key) && typeof message[key] === 'object' && message[key] !== null;
	return asText(message.type) ?? Object.keys(message).find(holds) ?? 'unsupported';
}

/** What a message of either side says. */
export function contentOf(message: Json, id: string, type: string): EventMessage {
	const text = textOf(message, type);
	const description = asText(asObject(asObject(message.interactive)?.list_reply)?.description);
	const payload = payloadOf(message, type);
	const replyTo = asText(asObject(message.context)?.id) ?? asText(asObject(message.reaction)?.message_id);
	const media = MEDIA_TYPES.includes(type) ? mediaOf(message[type]) : undefined;
	const file = fileOf(message, type);
	const referral = asObject(message.referral);
	return {
		id,
		type,
		...(text !== undefined ? { text } : {}),
		...(description !== undefined ? { description } : {}),
		...(payload !== undefined ? { payload } : {}),
		...(replyTo !== undefined ? { replyTo } : {}),
		...(media ? { media } : {}),
		...(file ? { file } : {}),
		...(referral ? { referral } : {}),
	};
}

function mediaOf(value: unknown): object | undefined {
	return Array.isArray(value) ? { items: value } : asObject(value);
}

function textOf(message: Json, type: string): string | undefined {
	const content = asObject(message[type]) ?? {};
	if (type === 'text') return asText(content.body);
	if (type === 'button') return asText(content.text);
	if (type === 'reaction') return asText(content.emoji);
	if (type === 'system') return asText(content.body);
	if (type === 'interactive') return interactiveText(content);
	if (type === 'location') return asText(content.name) ?? asText(content.address);
	if (type === 'order') return asText(content.text);
	if (type === 'template') return asText(content.name);
	// Of a type that nobody knows yet: where others have their words.
	return asText(content.caption) ?? asText(content.body) ?? asText(asObject(message.text)?.body);
}

/** A customer's answer to buttons, lists and flows, or what the business offered with them. */
function interactiveText(content: Json): string | undefined {
	const reply = replyOf(content);
	return asText(reply?.title) ?? asText(reply?.body) ?? asText(asObject(content.body)?.text);
}

function payloadOf(message: Json, type: string): string | undefined {
	const content = asObject(message[type]) ?? {};
	if (type === 'button') return asText(content.payload);
	if (type === 'interactive')
		return asText(replyOf(content)?.id) ?? flowAnswer(replyOf(content)?.response_json);
	return undefined;
}

/** What a flow's form was filled in with, as JSON. Meta sends it as text; some that pass webhooks on send the object itself. */
function flowAnswer(response: unknown): string | undefined {
	const filledIn = asObject(response);
	return asText(filledIn ? asJson(filledIn) : response);
}

function replyOf(interactive: Json): Json | undefined {
	return (
		asObject(interactive.button_reply) ?? asObject(interactive.list_reply) ?? asObject(interactive.nfm_reply)
	);
}
