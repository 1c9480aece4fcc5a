import type { Chatbot } from '../follow-up/definition.ts';
import type { DueFollowUp, ScheduledFollowUp, TemplateFact } from '../follow-up/types.ts';
import type { ConversationWithHistory, TranscriptMessage } from '../messaging/conversation.ts';
import type { DecisionModel } from './decision-model.ts';
import type { Candidate } from './prompt.ts';

export interface DecideInput {
	chatbot: Chatbot;
	conversation: ConversationWithHistory;
	transcript: TranscriptMessage[];
	/** All follow-ups of this conversation that came due. */
	due: DueFollowUp[];
	/** The others of this conversation and chatbot that are scheduled for later: the model is asked about them along the way. */
	upcoming?: ScheduledFollowUp[];
	/** Left out: decided by rules only. */
	model?: DecisionModel;
	/** The templates of the account, as far as they are known. */
	templates?: readonly TemplateFact[];
	now: Date;
}

/** A due follow-up that the rules let through. */
export interface Open extends Candidate {
	due: DueFollowUp;
	/** What a model would be asked about. */
	inputFingerprint: string;
}
