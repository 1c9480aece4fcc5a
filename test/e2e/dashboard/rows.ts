import type { ReasonCode } from '../../../lib/index.ts';
import { ACCOUNT, CHATBOT, channelOf, FOLLOW_UPS, HOUR_MS } from './sample.ts';

/** What a reason code says. */
export type Sentence = (code: ReasonCode) => string;

/** What every row of a follow-up holds. */
export function followUpRow(
	id: string,
	conversation: number,
	anchorAt: number,
	followUp: (typeof FOLLOW_UPS)[number] = FOLLOW_UPS[conversation % FOLLOW_UPS.length] ?? FOLLOW_UPS[0],
) {
	return {
		...{ id, conversation_id: conversation, lane: `${channelOf(conversation)}:${ACCOUNT}`, chatbot: CHATBOT },
		...{ follow_up: followUp.id, name: followUp.name, colour: followUp.colour, attempts: 0 },
		...{ anchor_id: `anchor.${id}`, anchor_at: anchorAt, created_at: anchorAt, updated_at: anchorAt },
		...{
			requested_at: anchorAt + 4 * HOUR_MS,
			allowed_at: anchorAt + 4 * HOUR_MS,
			due_at: anchorAt + 4 * HOUR_MS,
		},
		reasons_json: '[]',
	};
}

/** A text of a conversation. */
export function messageRow(
	conversation: number,
	id: string,
	direction: 'in' | 'out',
	at: number,
	text: string,
) {
	return {
		...{
			conversation_id: conversation,
			message_id: id,
			direction,
			author: 'customer',
			type: 'text',
			text,
			at,
		},
	};
}
