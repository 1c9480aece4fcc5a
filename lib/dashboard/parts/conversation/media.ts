import type { TranscriptMessage } from '../../../messaging/conversation.ts';
import { MEDIA_FAILURE_WORDS } from '../../../messaging/media-failure-words.ts';
import { lengthText } from '../../../messaging/media.ts';
import type { Context } from '../../context.ts';
import { fill } from '../../words/index.ts';

/** What a voice note or picture is called above its words, with its length, or why there are none. */
export function mediaKind({ t, view }: Context, { type, media }: TranscriptMessage): string | undefined {
	if (!media) return undefined;
	const { kind, voice, state, seconds, failure } = media;
	const words = t.talk.media;
	const types: Readonly<Record<string, string>> = t.talk.types;
	const picture = state === 'understood' ? words.picture : (types[type] ?? words.picture);
	const name = kind === 'image' ? picture : voice ? words.voice : words.audio;
	const named = seconds === undefined ? name : `${name}, ${lengthText(seconds)}`;
	if (state === 'understood') return named;
	const why = failure && MEDIA_FAILURE_WORDS[failure][view.lang];
	return `${named}. ${why ? fill(words.notUnderstood, { why }) : words.notYet}`;
}
