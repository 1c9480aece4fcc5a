import type { TranscriptMessage } from '../messaging/conversation.ts';
import { MEDIA_FAILURE_WORDS } from '../messaging/media-failure-words.ts';
import { lengthText } from '../messaging/media.ts';

/** Stands beside a transcript that holds voice notes or pictures: what its kinds mean. */
export const ABOUT_MEDIA =
	'Kind "voice" holds the customer\'s own words, transcribed. Kind "picture" holds what a model saw, not words of the customer. With "notUnderstood" nobody knows what was said or shown: the customer did say something, and it is neither consent nor refusal.';

/** A voice note or picture as what it is, and why it was not understood if it was not. */
export function shownMedia({ media }: TranscriptMessage): { kind?: string; notUnderstood?: string } {
	if (!media) return {};
	const { kind, voice, state, seconds, failure } = media;
	const name = kind === 'image' ? 'picture' : voice ? 'voice' : 'audio';
	return {
		kind: seconds === undefined ? name : `${name}, ${lengthText(seconds)}`,
		...(state === 'understood'
			? {}
			: { notUnderstood: failure ? MEDIA_FAILURE_WORDS[failure].en : 'not heard yet' }),
	};
}
