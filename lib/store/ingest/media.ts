import { randomUUID } from 'node:crypto';
import { reason } from '../../follow-up/reasons/index.ts';
import type { ModelUse } from '../../follow-up/types.ts';
import { MEDIA_FAILURES, type MediaFailure, type MediaFile } from '../../messaging/media.ts';
import { MEDIA_GIVE_UP_MS } from '../../messaging/media-limits.ts';
import { Prices } from '../accounts/costs.ts';
import { extraOptOutWords } from '../chatbots/settings-of-all.ts';
import { noteRefusal } from '../contacts/customer-spoke.ts';
import type { Effects } from '../contacts/effects.ts';
import { UnitOfWork } from '../contacts/unit-of-work.ts';
import { lockConversation } from '../conversations/find.ts';
import type { Db } from '../database/db.ts';
import type { Now } from '../database/now.ts';
import type { ConversationRow, MessageRow } from '../database/schema.ts';
import { readMedia, type StoredMedia } from '../database/stored-json.ts';
import { audit } from '../queue/audit.ts';

/** A voice note or picture that this run is to understand; nobody else begins with it while its claim holds. */
export interface ClaimedMedia {
	messageId: string;
	token: string;
	file: MediaFile;
}

export interface MediaClaims {
	claimed: ClaimedMedia[];
	/** How many another run is at. */
	elsewhere: number;
}

/** What became of a claimed file. */
export interface MediaOutcome {
	messageId: string;
	token: string;
	/** The words, or what there is to see. */
	text?: string;
	/** How long it is, where that is known. */
	seconds?: number;
	/** Why there is no text. */
	failure?: MediaFailure;
	/** What a model server was asked for it. */
	use?: ModelUse;
	/** The follow-up for which it was understood: its log and the statistics hold what it took. */
	paidFor?: string;
}

export interface ClaimMediaOptions {
	leaseMs: number;
	/** How many of the newest files are looked at. */
	limit: number;
	/** Only these messages. */
	among?: readonly string[];
	/** None of these: they were just tried. */
	except?: readonly string[];
}

/** Understanding what customers say and show, once for everybody. */
export interface MediaStore {
	/** Takes the newest of what nobody understood yet. */
	claimMedia(key: string, options: ClaimMediaOptions, now: Now): Promise<MediaClaims>;
	/**
	 * Keeps what became of them. A request for no more messages in what was said counts as if it had been written then.
	 * @returns how many follow-ups ended by it.
	 */
	keepMedia(key: string, outcomes: readonly MediaOutcome[], now: Now): Promise<{ cancelled: number }>;
}

export function mediaStore(db: Db): MediaStore {
	return {
		claimMedia: async (key, options, now) => await claimMedia(db, key, options, now),
		keepMedia: async (key, outcomes, now) => await keepMedia(db, key, outcomes, now),
	};
}

async function claimMedia(
	db: Db,
	key: string,
	{ leaseMs, limit, among, except = [] }: ClaimMediaOptions,
	now: Date,
): Promise<MediaClaims> {
	return await db.transaction().execute(async (tx) => {
		const row = await lockConversation(tx, key);
		const claims: MediaClaims = { claimed: [], elsewhere: 0 };
		if (!row) return claims;
		const wanted = (await withMedia(tx, row, limit)).filter(
			({ message: { message_id: id }, media }) =>
				media.state === 'open' && (among?.includes(id) ?? true) && !except.includes(id),
		);
		for (const { message, media } of wanted) {
			if (media.lease && media.lease.until > now.getTime()) {
				claims.elsewhere++;
				continue;
			}
			const token = randomUUID();
			const lease = { token, until: now.getTime() + leaseMs };
			await write(tx, message, { ...media, lease });
			claims.claimed.push({ messageId: message.message_id, token, file: media.file });
		}
		return claims;
	});
}

interface Found {
	message: MessageRow;
	media: StoredMedia;
}

/** What was said before the number had its owner is shown to nobody. */
async function withMedia(tx: Db, { id, owner_since }: ConversationRow, limit: number): Promise<Found[]> {
	const messages = await tx
		.selectFrom('messages')
		.selectAll()
		.where('conversation_id', '=', id)
		.where('media_json', 'is not', null)
		.where('at', '>=', owner_since ?? 0)
		.orderBy('at', 'desc')
		.orderBy('id', 'desc')
		.limit(limit)
		.execute();
	return messages.flatMap((message) => {
		const media = readMedia(message.media_json);
		return media ? [{ message, media }] : [];
	});
}

async function write(tx: Db, { id }: MessageRow, media: StoredMedia, text?: string): Promise<void> {
	await tx
		.updateTable('messages')
		.set({ media_json: JSON.stringify(media), ...(text === undefined ? {} : { text }) })
		.where('id', '=', id)
		.execute();
}

async function keepMedia(
	db: Db,
	key: string,
	outcomes: readonly MediaOutcome[],
	now: Date,
): Promise<{ cancelled: number }> {
	return await db.transaction().execute(async (tx) => {
		const row = await lockConversation(tx, key);
		// Deleted while it was listened to: what was heard goes with it.
		if (!row) return { cancelled: 0 };
		const unit = new UnitOfWork(tx, now);
		const effects: Effects = {
			...{ cancelled: 0, ownAppIds: [], keepsFiles: false, prices: new Prices(), handedBack: new Set() },
			optOutWords: await extraOptOutWords(tx),
		};
		const own = (await unit.get(row.id)) as ConversationRow;
		for (const outcome of outcomes) {
			await noteUse(tx, outcome, now);
			const message = await keepOne(tx, row, outcome, now);
			if (message && outcome.text !== undefined)
				await noteRefusal(tx, unit, own, { said: [outcome.text], at: message.at }, effects, now);
		}
		await unit.save();
		return { cancelled: effects.cancelled };
	});
}

/** Gives the message if the customer themselves said what is kept: what a model saw in a picture are nobody's words. */
async function keepOne(
	tx: Db,
	{ id }: ConversationRow,
	{ messageId, token, text, seconds, failure }: MediaOutcome,
	now: Date,
): Promise<MessageRow | undefined> {
	const message = await tx
		.selectFrom('messages')
		.selectAll()
		.where('conversation_id', '=', id)
		.where('message_id', '=', messageId)
		.executeTakeFirst();
	const media = readMedia(message?.media_json);
	// Taken back meanwhile, or its claim ran out and another run is at it.
	if (!message || media?.lease?.token !== token) return undefined;
	const { lease: _over, failure: _before, ...known } = media;
	const kept: StoredMedia = { ...known, ...(seconds === undefined ? {} : { seconds }) };
	if (text !== undefined) {
		await write(tx, message, withoutAddress({ ...kept, state: 'understood' }), text);
		return known.file.kind === 'audio' ? message : undefined;
	}
	const failed = { ...kept, ...afterFailure(known, failure ?? 'not_fetched', now) };
	await write(tx, message, failed.state === 'failed' ? withoutAddress(failed) : failed);
	return undefined;
}

/** Nobody needs the file any more. */
function withoutAddress(media: StoredMedia): StoredMedia {
	const { id: _id, url: _url, ...file } = media.file;
	return { ...media, file };
}

function afterFailure(
	{ failingSince = Infinity }: StoredMedia,
	failure: MediaFailure,
	now: Date,
): Pick<StoredMedia, 'state' | 'failure' | 'failingSince'> {
	const changes = MEDIA_FAILURES[failure];
	// It waits for a person, however long that takes.
	if (changes === 'when set up') return { state: 'open', failure };
	if (changes === 'never') return { state: 'failed', failure };
	const since = Math.min(failingSince, now.getTime());
	return now.getTime() - since < MEDIA_GIVE_UP_MS
		? { state: 'open', failure, failingSince: since }
		: { state: 'failed', failure: 'gave_up' };
}

/** One line in the log of the follow-up for which it was understood, by which the statistics count it. */
async function noteUse(tx: Db, { use, paidFor }: MediaOutcome, now: Date): Promise<void> {
	if (!use || paidFor === undefined) return;
	const followUp = await tx
		.selectFrom('scheduled_follow_ups')
		.select(['id', 'state'])
		.where((one) => one.or([one('id', '=', paidFor), one('message_id', '=', paidFor)]))
		.executeTakeFirst();
	if (!followUp) return;
	const { id, state } = followUp;
	await audit(tx, { id, from: state, to: state, reason: reason('media_understood'), detail: use }, now);
}
