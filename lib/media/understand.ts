import { setTimeout as sleep } from 'node:timers/promises';
import type { MediaReader, Understood } from '../ai/media-reader.ts';
import type { ModelUse } from '../follow-up/types.ts';
import { parseConversationKey } from '../messaging/conversation-key.ts';
import type { Channel } from '../messaging/channel.ts';
import { MediaError } from '../messaging/media-error.ts';
import { MEDIA_AT_ONCE, MEDIA_LEASE_MS } from '../messaging/media-limits.ts';
import { MEDIA_FAILURES, type FetchedFile } from '../messaging/media.ts';
import type { Now } from '../store/database/now.ts';
import type { ClaimedMedia, MediaOutcome, MediaStore } from '../store/ingest/media.ts';
import { audioLength } from './audio-length.ts';
import { fetchFile, type MediaAccess } from './fetch-file.ts';

/** Tells calls of this kind apart in the log. */
const MEDIA_PROMPT_VERSION = 'media 2026-12-01.1';

/** Another run that is at the same file is waited for so long; it has most of its work behind it by then. */
const WAIT_MS = 20_000;
const LOOK_MS = 500;

export interface UnderstandOptions extends MediaAccess {
	reader: MediaReader;
	/** Only these messages. */
	among?: readonly string[];
	/** Which follow-up it is done for, by its ID or that of its message: its log holds what it took. */
	paidFor?: string;
	/** The present by the clock that decides. */
	now: () => Promise<Now>;
}

/** What came of it. */
export interface UnderstoodMedia {
	/** How many files were brought into words. */
	understood: number;
	/** Follow-ups that ended because the customer asked for no more messages. */
	cancelled: number;
	/** What was not understood, each with its reason. */
	faults: MediaError[];
	/** A fault among them may pass, or another run is still at a file: deciding can wait. */
	mayPass: boolean;
}

/**
 * Brings what customers said and showed without words into words, each file once for everybody and for good. What could not
 * be understood stays with its reason.
 */
export async function understandMedia(
	store: MediaStore,
	key: string,
	options: UnderstandOptions,
): Promise<UnderstoodMedia> {
	const result: UnderstoodMedia = { understood: 0, cancelled: 0, faults: [], mayPass: false };
	const { channel } = parseConversationKey(key);
	const tried: string[] = [];
	let elsewhere = 0;
	for (let waited = 0; ; waited += LOOK_MS) {
		const { among } = options;
		const limits = { leaseMs: MEDIA_LEASE_MS, limit: MEDIA_AT_ONCE, except: tried };
		const claims = await store.claimMedia(key, among ? { ...limits, among } : limits, await options.now());
		for (const one of claims.claimed) {
			tried.push(one.messageId);
			await understandOne(store, { key, channel, one }, options, result);
		}
		elsewhere = claims.elsewhere;
		if (elsewhere === 0 || waited >= WAIT_MS) break;
		await sleep(LOOK_MS);
	}
	const passing = result.faults.some(({ failure }) => MEDIA_FAILURES[failure] === 'later');
	return { ...result, mayPass: passing || elsewhere > 0 };
}

async function understandOne(
	store: MediaStore,
	{ key, channel, one }: { key: string; channel: Channel; one: ClaimedMedia },
	options: UnderstandOptions,
	result: UnderstoodMedia,
): Promise<void> {
	const { messageId, token } = one;
	const outcome: MediaOutcome = {
		messageId,
		token,
		...(options.paidFor ? { paidFor: options.paidFor } : {}),
	};
	try {
		const file = await fetchFile(options, channel, one.file);
		Object.assign(outcome, await readFile(file, options.reader));
	} catch (error) {
		if (!(error instanceof MediaError)) throw error;
		outcome.failure = error.failure;
	}
	if (outcome.failure) result.faults.push(new MediaError(outcome.failure, `${channel}, ${one.file.kind}`));
	else result.understood++;
	const { cancelled } = await store.keepMedia(key, [outcome], await options.now());
	result.cancelled += cancelled;
}

type Read = Pick<MediaOutcome, 'text' | 'seconds' | 'failure' | 'use'>;

/** A server that was asked in vain counts as asked, too. */
async function readFile(file: FetchedFile, reader: MediaReader): Promise<Read> {
	const length = file.kind === 'audio' ? audioLength(file) : undefined;
	const seconds = length === undefined ? {} : { seconds: length };
	const model = reader.modelFor(file);
	try {
		const understood = await reader.understand(file);
		const told = understood.seconds ?? length;
		return {
			text: understood.text,
			...(told === undefined ? {} : { seconds: told }),
			use: useOf(understood.model, understood),
		};
	} catch (error) {
		if (!(error instanceof MediaError)) throw error;
		return { ...seconds, failure: error.failure, use: useOf(model, {}) };
	}
}

function useOf(model: string, { inputTokens, outputTokens }: Partial<Understood>): ModelUse {
	return {
		...{ model, promptVersion: MEDIA_PROMPT_VERSION, calls: 1 },
		...(inputTokens === undefined ? {} : { inputTokens }),
		...(outputTokens === undefined ? {} : { outputTokens }),
	};
}
