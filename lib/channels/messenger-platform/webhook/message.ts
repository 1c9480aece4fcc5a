import type { EventMessage } from '../../../messaging/messaging-event.ts';
import type { Sink } from '../../../meta/webhook/sink.ts';
import { asArray, asObject, asText, type Json } from '../../../meta/webhook/read.ts';
import { fileOf } from './file.ts';
import type { Item } from './platform.ts';

/**
 * The inboxes of Meta's own apps, in which people answer: Page Inbox and Instagram Inbox.
 * Source: Meta, "Conversation Routing: app IDs"; checked against other integrators' code 2026-11-23.
 */
const INBOX_APPS = ['263902037430900', '1217981644879628'];

/**
 * Reads a message or its echo. An echo without `app_id` was typed by a person.
 * Source: Meta, webhook references "messages" and "message_echoes"; read 2026-11-22.
 */
export function parseMessage(item: Item, path: string, sink: Sink): void {
	const json = asObject(item.json.message) as Json;
	const id = asText(json.mid);
	if (!id) return sink.ignore(path, 'message.mid is missing');
	const echo = item.fromBusiness ? { echo: authorOf(json) } : {};
	if (json.is_deleted === true) {
		const correction = { action: 'delete' as const, messageId: id };
		sink.event({
			...item.about,
			kind: 'other',
			id: `${id}:deleted`,
			opensWindow: false,
			correction,
			...echo,
		});
		return;
	}
	const message = messageOf(json, id, item.json.referral);
	if (item.isStandby) {
		sink.event({ ...item.about, kind: 'standby', id, opensWindow: false, message, ...echo });
		return;
	}
	sink.event({
		...item.about,
		kind: item.fromBusiness ? 'echo' : 'message',
		id,
		opensWindow: !item.fromBusiness && item.platform.opensWindow.message,
		message,
		...echo,
	});
}

function authorOf(json: Json): { by: 'person' | 'application'; appId?: string } {
	const appId = asText(json.app_id);
	const isPerson = appId === undefined || INBOX_APPS.includes(appId);
	return { by: isPerson ? 'person' : 'application', ...(appId ? { appId } : {}) };
}

/** What brought the customer here stands in the message, or beside it. */
function messageOf(json: Json, id: string, beside: unknown): EventMessage {
	const text = asText(json.text);
	const payload = asText(asObject(json.quick_reply)?.payload);
	const repliesTo = asObject(json.reply_to);
	const story = asObject(repliesTo?.story);
	const replyTo = asText(repliesTo?.mid) ?? asText(story?.id);
	const attachments = asArray(json.attachments);
	const file = fileOf(attachments);
	const referral = asObject(json.referral) ?? asObject(beside);
	return {
		id,
		type: typeOf(json, text, attachments),
		...(text === undefined ? {} : { text }),
		...(payload === undefined ? {} : { payload }),
		...(replyTo === undefined ? {} : { replyTo }),
		...(attachments.length > 0 || story
			? { media: { ...(attachments.length > 0 ? { items: attachments } : {}), ...(story ? { story } : {}) } }
			: {}),
		...(file ? { file } : {}),
		...(referral ? { referral } : {}),
	};
}

/** Meta gives no type: a text is one, otherwise the first attachment tells. */
function typeOf(json: Json, text: string | undefined, attachments: unknown[]): string {
	if (text !== undefined) return 'text';
	if (json.is_unsupported === true) return 'unsupported';
	return asText(asObject(attachments[0])?.type) ?? 'unsupported';
}
