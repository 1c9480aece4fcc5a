/** What a message without words may hold that a model can be given: something said, or something to look at. */
export type MediaKind = 'audio' | 'image';

/** A file that came with a message, and where it can be had from. */
export interface MediaFile {
	kind: MediaKind;
	/** Its ID at Meta, for which a short-lived address is asked. */
	id?: string;
	/** Where no ID is given: its address. */
	url?: string;
	mimeType?: string;
	/** Recorded in the chat, as against a file that was chosen. */
	voice?: true;
}

/** Why a file could not be understood, and whether that may change. */
export const MEDIA_FAILURES = {
	too_large: 'never',
	unsupported_type: 'never',
	no_picture: 'never',
	expired: 'never',
	wrong_address: 'never',
	no_words: 'never',
	not_accepted: 'never',
	no_transcription: 'when set up',
	server_refused: 'when set up',
	no_credential: 'when set up',
	not_fetched: 'later',
	server_unavailable: 'later',
	gave_up: 'never',
} as const;

export type MediaFailure = keyof typeof MEDIA_FAILURES;

/** What is known of the file of a message: whether it was understood, and if not, why. */
export interface MessageMedia {
	kind: MediaKind;
	voice?: true;
	state: 'open' | 'understood' | 'failed';
	/** How long it is, in seconds, where that is known. */
	seconds?: number;
	failure?: MediaFailure;
}

/** A length as people write it: 0:14. */
export function lengthText(seconds: number): string {
	const whole = Math.max(1, Math.round(seconds));
	return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** A file that was fetched and looked into. */
export interface FetchedFile {
	kind: MediaKind;
	bytes: Uint8Array;
	/** What it really is, told by its first bytes and not by its name. */
	mimeType: string;
	/** Without dot. */
	extension: string;
}
