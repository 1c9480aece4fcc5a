import type { Chatbot, FollowUpDefinition } from '../../follow-up/definition.ts';
import type { Channel } from '../../messaging/channel.ts';
import type { TranscriptMessage } from '../../messaging/conversation.ts';
import type { Contact } from '../../messaging/messaging-event.ts';

/** A text the model wrote, with everything it may be compared with. */
export interface WrittenText {
	text: string;
	channel: Channel;
	chatbot: Chatbot;
	definition: FollowUpDefinition;
	transcript: TranscriptMessage[];
	/** The messages of the transcript that the model saw, as far as it saw them. */
	seen: TranscriptMessage[];
	/** What was written in the same answer for the follow-ups before this one. */
	besides: string[];
	/** To whom it goes: phone numbers are read as those of the customer's country. */
	contact?: Pick<Contact, 'id' | 'phone'>;
	/** When it is to be read. */
	now: Date;
}

/** Looks at one thing. Returns what is wrong, in words the model can act on, or undefined. */
export type Check = (written: WrittenText) => string | undefined;
