import type { Pace } from '../pace.ts';

/**
 * What is special about one channel, apart from the form in which Meta writes it. Rules, prompts, pages and the store ask
 * these facts and never which channel it is; what has to read or write Meta's form stands in `lib/channels`.
 */
export interface ChannelFacts {
	/** The name people know. */
	name: string;
	/** How long after the last qualifying customer action free-form messages may be sent, in ms. */
	windowMs: number;
	/** Templates exist that an automation may send to anybody after the window closed. */
	hasTemplates: boolean;
	/** The model may choose the moment of a follow-up; elsewhere the delay counts. */
	hasAiTiming: boolean;
	/** How long a text may be. */
	textLimit: TextLimit;
	pace: ChannelPace;
	/** Meta bills messages. */
	isBilled: boolean;
	/** Somebody who comes by an ad or a Page button starts a stretch in which messages are free. */
	hasFreeEntry: boolean;
	/** Whoever answers in Meta's app for people takes the thread from another app; elsewhere that app is one of its own. */
	businessAppTakesThread: boolean;
	/** Statuses bring back the ID that we gave a message, so that one whose answer was lost is recognised. */
	returnsCallbackData: boolean;
	/** Which rows of the table of errors are about it. */
	errorPlatform: 'whatsapp' | 'messenger_instagram';
	/** How a customer's ID is written. */
	identity: ChannelIdentity;
}

export interface TextLimit {
	size: number;
	unit: 'characters' | 'bytes';
}

export interface ChannelPace {
	/** Messages per second of an account. */
	perSecond: { text: number; media: number };
	/** Messages to one and the same customer. */
	toOneCustomer?: Pace;
}

export interface ChannelIdentity {
	/** Every way in which an ID is written, itself included: one phone number may have two. */
	writingsOf(id: string): string[];
	/** The phone number that an ID is, without plus sign; undefined when it is none. */
	phoneOf(id: string): string | undefined;
	/** Reads a contact as a person writes it; undefined when it has not the form of one. */
	read(written: string): { id: string; phone?: string } | undefined;
	/** What a contact has to be, for the words of a refusal: "neither … nor …" or "no …". */
	expected: string;
	/** How to write a contact. */
	advice: string;
}
