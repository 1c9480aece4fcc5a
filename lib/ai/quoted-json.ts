import type { TranscriptMessage } from '../messaging/conversation.ts';
import { jsonObjectsIn } from './cut-json.ts';
import { seenMessages } from './shown-transcript.ts';

/** The JSON objects that stand in the conversation itself: one of them in an answer is a quote, whoever wrote it. */
export function quotableObjects(transcript: TranscriptMessage[]): object[] {
	return seenMessages(transcript).flatMap(({ text = '' }) => (text.includes('{') ? jsonObjectsIn(text) : []));
}
