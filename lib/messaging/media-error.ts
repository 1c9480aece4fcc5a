import { AdvisedError } from './advised-error.ts';
import { MEDIA_FAILURE_WORDS } from './media-failure-words.ts';
import type { MediaFailure } from './media.ts';

/** A voice note or picture that could not be had or understood. */
export class MediaError extends AdvisedError {
	override readonly name = 'MediaError';

	constructor(
		readonly failure: MediaFailure,
		/** What was found, without anything of the customer. */
		readonly found: string,
		advice = ADVICE[failure],
	) {
		super(`The file was not understood: ${MEDIA_FAILURE_WORDS[failure].en} (${found})`, advice);
	}
}

const ASK = 'Ask the customer to write it';
const ADVICE: Record<MediaFailure, string> = {
	too_large: ASK,
	unsupported_type: 'Use OGG, MP3, M4A, MP4, WAV, WebM or FLAC; or ask the customer to write it',
	no_picture: 'Use JPEG, PNG, WebP or GIF; or ask the customer to write it',
	expired: 'Meta keeps a file for 7 days: fetch it sooner, or ask the customer to send it again',
	wrong_address: 'Give the ID or the address as it came in the webhook',
	no_words: ASK,
	not_accepted: ASK,
	no_transcription:
		'Set Transcription Model to a model that the server offers, or use a server with /audio/transcriptions',
	server_refused: 'Open the OpenAI-Compatible API credential, check key, address and balance, and test it',
	no_credential: 'Choose a Meta Messaging API credential that may read messages of the account, and test it',
	not_fetched: 'Nothing to do if it passes; otherwise check the network of n8n',
	server_unavailable: 'Nothing to do if it passes; otherwise check the model server and its limits',
	gave_up: ASK,
};
