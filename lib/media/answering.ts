import type { TranscriptMessage } from '../messaging/conversation.ts';

/** Voice notes and pictures with which a customer answers a follow-up, and the message of that follow-up. */
export interface AnswerWithoutWords {
	messageIds: string[];
	followUpMessageId: string;
}

/**
 * What the customer has said without words in answer to a follow-up: one went out since they had spoken before. It may ask for
 * no more of them, and that must not wait until the next one is due; also where it is told late, behind what came after it.
 * @param transcript - Oldest first.
 */
export function answerWithoutWords(transcript: readonly TranscriptMessage[]): AnswerWithoutWords | undefined {
	const messageIds: string[] = [];
	let followUpMessageId: string | undefined;
	for (const [place, { id, media }] of transcript.entries()) {
		const answered = media?.state === 'open' ? followUpBefore(transcript, place) : undefined;
		if (answered === undefined) continue;
		messageIds.push(id);
		followUpMessageId = answered;
	}
	return followUpMessageId === undefined ? undefined : { messageIds, followUpMessageId };
}

/** Back over what the customer said in one go, then over what the business had said since they spoke before. */
function followUpBefore(transcript: readonly TranscriptMessage[], place: number): string | undefined {
	const before = transcript.slice(0, place);
	const end = before.findLastIndex(({ from }) => from !== 'customer') + 1;
	const begin = before.slice(0, end).findLastIndex(({ from }) => from === 'customer') + 1;
	return before.slice(begin, end).findLast(({ by }) => by === 'follow_up')?.id;
}
