import type { BusinessAuthor, Conversation, TranscriptMessage } from '../../messaging/conversation.ts';
import { conversationKey } from '../../messaging/conversation-key.ts';
import type { MessageMedia } from '../../messaging/media.ts';
import type { ConversationRow, MessageRow } from '../database/schema.ts';
import { readMedia } from '../database/stored-json.ts';

export const iso = (ms: number): string => new Date(ms).toISOString();

/** Leaves out what is not there, so that JSON on the wire holds no nulls. */
export function present<T extends object>(values: { [K in keyof T]: T[K] | null | undefined }): T {
	// Called for every row that is read; a loop takes half the time of making entries and an object of them.
	const kept: Partial<T> = {};
	for (const key in values) {
		const value = values[key];
		if (value !== null && value !== undefined) kept[key] = value as T[typeof key];
	}
	return kept as T;
}

export const time = (ms: number | null): string | null => (ms === null ? null : iso(ms));

export function conversationFrom(row: ConversationRow): Conversation {
	const address = { channel: row.channel, account: row.account, contact: row.contact };
	return present<Conversation>({
		key: conversationKey(address),
		channel: address.channel,
		account: row.account,
		contact: present({ id: row.contact, phone: row.phone, username: row.username, name: row.name }),
		lastInboundAt: time(row.last_inbound_at),
		lastInboundId: row.last_inbound_id,
		windowOpenedAt: time(row.window_opened_at),
		windowOpenedBy: row.window_opened_by,
		lastOutboundAt: time(row.last_outbound_at),
		lastOutboundBy: row.last_outbound_by,
		personWroteAt: time(row.person_wrote_at),
		optedOutAt: time(row.opted_out_at),
		optedOutBy: row.opted_out_by,
		optedOutNote: row.opted_out_by === 'model' ? row.opted_out_note : null,
		marketingOptedOutAt: time(row.marketing_opted_out_at),
		marketingOptedOutBy: row.marketing_opted_out_by,
		optedInAt: time(row.opted_in_at),
		optedInNote: row.opted_in_note,
		pausedAt: time(row.paused_at),
		pausedUntil: time(row.paused_until),
		pauseReason: row.pause_reason,
		ownedByOtherSince: time(row.owned_by_other_since),
		convertedAt: time(row.converted_at),
		freeEntryAt: time(row.free_entry_at),
		reactedAt: time(row.reacted_at),
	});
}

export function messageFrom(row: MessageRow): TranscriptMessage {
	return present<TranscriptMessage>({
		id: row.message_id,
		at: iso(row.at),
		from: row.direction === 'in' ? 'customer' : 'business',
		by: row.direction === 'in' ? null : (row.author as BusinessAuthor),
		type: row.type,
		text: row.text,
		replyTo: row.reply_to,
		media: mediaFrom(row),
	});
}

function mediaFrom({ media_json }: MessageRow): MessageMedia | undefined {
	const media = readMedia(media_json);
	if (!media) return undefined;
	const { file, state, seconds, failure } = media;
	return present<MessageMedia>({ kind: file.kind, voice: file.voice, state, seconds, failure });
}
