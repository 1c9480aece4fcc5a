import { UNNAMED, type EventStatus, type MessagingEvent } from '../../../messaging/messaging-event.ts';
import type { Db } from '../../database/db.ts';
import type { ConversationRow, ScheduledRow } from '../../database/schema.ts';
import { readContent } from '../../database/stored-json.ts';
import { saidBy } from '../../queue/said.ts';
import type { BusinessAuthor } from '../../../messaging/conversation.ts';
import { pauseForError } from '../../accounts/apply-error.ts';
import { refusalIs } from '../../accounts/refusal.ts';
import { isKnownAs, learnReceiver } from '../../contacts/one-person.ts';
import { noteThreadIsOurs } from '../../contacts/owner-facts.ts';
import type { Effects } from '../../contacts/effects.ts';
import type { UnitOfWork } from '../../contacts/unit-of-work.ts';
import type { KnownMessage, StatusBook } from './status-book.ts';
import { withWish } from '../../conversations/wish-facts.ts';
import { takesThread } from '../../conversations/outbound.ts';
import { presumedAuthor } from '../../queue/lost-answer.ts';
import { recountOutbound } from '../messages.ts';
import { noteOutbound } from '../../contacts/transcript.ts';
import { ANSWER_MS, settleFollowUp, STATE } from '../../queue/settle.ts';

const RANK: Record<string, number> = { sent: 1, delivered: 2, read: 3, failed: 4 };

/** What Meta says became of a message: settles the follow-up it belongs to, and the message in the transcript. */
export async function applyStatus(
	tx: Db,
	unit: UnitOfWork,
	book: StatusBook,
	event: MessagingEvent,
	effects: Effects,
	now: Date,
): Promise<number | undefined> {
	const status = event.status as EventStatus;
	const at = Date.parse(event.at);
	// The conversation first: it is locked, so that Meta's answer to the request is not recorded at the same moment.
	const named = event.contact.id === UNNAMED ? undefined : await unit.find(event, event.contact);
	const [followUp, message] = await ofAccount(unit, event, [
		await book.followUp(status),
		await book.message(status.messageId),
	]);
	const sender = followUp ? { chatbot: followUp.chatbot } : {};
	if (!message && !followUp && (await book.isGone(status))) {
		for (const error of status.errors ?? []) await pauseForError(tx, event, error, new Date(at));
		return undefined;
	}
	const row = await receiverOf(
		tx,
		unit,
		book,
		event,
		named,
		message?.conversation_id ?? followUp?.conversation_id,
		now,
	);
	// Meta may tell that a customer stopped marketing by refusing a message before it tells it by itself.
	if (status.errors?.some((error) => refusalIs('opt_out', event, error))) {
		const stopped =
			row ?? (event.contact.id === UNNAMED ? undefined : await unit.findOrMake(event, event.contact));
		if (stopped) unit.change(stopped, withWish(stopped, 'marketingAtMeta', { at }, now));
	}
	for (const error of status.errors ?? []) await pauseForError(tx, event, error, new Date(at), sender);
	effects.prices.add({ ...event, messageId: status.messageId, at, conversationId: row?.id }, status);
	if (followUp) await settleFollowUp(tx, followUp, status, at, now);
	if (row && followUp && tookThread(followUp, status)) noteThreadIsOurs(unit, row, at);

	if (message) {
		await updateMessage(book, message, status, at);
		if (row && isTooYoung(message, status, at)) await isOlder(tx, unit, book, row, message, at);
	} else if (row && status.state !== 'failed') {
		if (followUp) await recordProvenFollowUp(tx, unit, book, row, followUp, event, at);
		else await recordUnknownOutbound(tx, unit, book, row, event, at);
	}
	return row?.id;
}

/** An account tells of its own messages only, whatever IDs it names. */
async function ofAccount(
	unit: UnitOfWork,
	{ channel, account }: MessagingEvent,
	[followUp, message]: [ScheduledRow | undefined, KnownMessage | undefined],
): Promise<[ScheduledRow | undefined, KnownMessage | undefined]> {
	const isOwn = async (id: number): Promise<boolean> => {
		const row = await unit.get(id);
		return row !== undefined && row.channel === channel && row.account === account;
	};
	return [
		followUp?.lane === `${channel}:${account}` ? followUp : undefined,
		message && (await isOwn(message.conversation_id)) ? message : undefined,
	];
}

/**
 * Whose message it is: that of the conversation it stands in, whomever the status names. The IDs it names are that
 * customer's, and may be the first news of them.
 */
async function receiverOf(
	tx: Db,
	unit: UnitOfWork,
	book: StatusBook,
	{ contact }: MessagingEvent,
	named: ConversationRow | undefined,
	ownId: number | undefined,
	now: Date,
): Promise<ConversationRow | undefined> {
	const own = ownId === undefined ? named : await unit.get(ownId);
	if (!own || contact.id === UNNAMED || isKnownAs(own, contact)) return own;
	// Two conversations may become one, and their messages with them.
	await book.save();
	return await learnReceiver(tx, unit, own, contact, now);
}

/** The conversation that an event belongs to, if one is known. */
export async function conversationOf(
	unit: UnitOfWork,
	book: StatusBook,
	event: MessagingEvent,
): Promise<ConversationRow | undefined> {
	if (event.contact.id !== UNNAMED) return await unit.find(event, event.contact);
	const id = event.status && (await book.message(event.status.messageId))?.conversation_id;
	const row = id === undefined ? undefined : await unit.get(id);
	return row?.channel === event.channel && row.account === event.account ? row : undefined;
}

/** The first news of a follow-up that it arrived; Meta's answer, which would have told it, is not there yet or was lost. */
function tookThread({ state, content_json }: ScheduledRow, status: EventStatus): boolean {
	if ((state !== 'sending' && state !== 'unknown') || status.state === 'failed') return false;
	return takesThread(readContent(content_json)?.kind ?? 'template');
}

async function updateMessage(
	book: StatusBook,
	message: KnownMessage,
	{ state: told }: EventStatus,
	at: number,
): Promise<void> {
	const to = STATE[told];
	if ((RANK[to] ?? 0) <= (RANK[message.state ?? ''] ?? 0)) return;
	await book.setState(message, to, at);
}

/** The first news of a message was that it arrived, or we dated it ourselves, by a clock that is ahead of Meta's. */
function isTooYoung({ author, at: known }: KnownMessage, { state }: EventStatus, at: number): boolean {
	return author === 'unknown' ? at < known : state === 'sent' && at < known - ANSWER_MS;
}

/** Now it is known when it was sent. Dated later, it would stand behind its answer, and seem to answer that one. */
async function isOlder(
	tx: Db,
	unit: UnitOfWork,
	book: StatusBook,
	row: ConversationRow,
	message: KnownMessage,
	at: number,
): Promise<void> {
	await book.save();
	await tx
		.updateTable('messages')
		.set({ at })
		.where('message_id', '=', message.message_id)
		.where('conversation_id', '=', unit.presentId(message.conversation_id))
		.execute();
	book.forget();
	await recountOutbound(tx, unit, row);
}

/** The answer to our request was lost, or is still on its way: what the follow-up said is part of the conversation all the same. */
async function recordProvenFollowUp(
	tx: Db,
	unit: UnitOfWork,
	book: StatusBook,
	row: ConversationRow,
	followUp: ScheduledRow,
	event: MessagingEvent,
	at: number,
): Promise<void> {
	await recordOutbound(unit, book, row, event, { ...(await saidBy(tx, followUp)), by: 'follow_up' }, at);
}

/**
 * Another application of the business sends through the same number: its texts are unknown here, but that the business
 * has spoken is worth knowing.
 */
async function recordUnknownOutbound(
	tx: Db,
	unit: UnitOfWork,
	book: StatusBook,
	row: ConversationRow,
	event: MessagingEvent,
	at: number,
): Promise<void> {
	const by = await presumedAuthor(tx, row);
	await recordOutbound(unit, book, row, event, { type: 'unknown', author: 'unknown', by }, at);
}

/** Writes a message of which Meta's status is the first news. `by` is who counts as having spoken. */
async function recordOutbound(
	unit: UnitOfWork,
	book: StatusBook,
	row: ConversationRow,
	event: MessagingEvent,
	{
		type,
		text,
		by,
		author = by,
	}: { type: string; text?: string; by: BusinessAuthor; author?: BusinessAuthor },
	at: number,
): Promise<void> {
	const { messageId, state } = event.status as EventStatus;
	await book.insert({
		...{ conversation_id: row.id, message_id: messageId, author, type, text: text ?? null, at },
		...{ state: STATE[state], state_at: at },
	});
	unit.gotMessage(row);
	noteOutbound(unit, row, at, by);
}
