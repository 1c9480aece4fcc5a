import { AdvisedError } from './advised-error.ts';

/** What can be in the way of a change that a person asks for. */
export const REFUSALS = [
	'accountNotPaused',
	'accountReleased',
	'badAmount',
	'badCurrency',
	'badTime',
	'beingDecided',
	'cannotMove',
	'cannotSendAgain',
	'followUpGone',
	'full',
	'messageIsGoing',
	'noChatbot',
	'noConsent',
	'noConversation',
	'noCurrency',
	'onItsWay',
	'over',
	'plannedAgain',
	'published',
	'scheduledGone',
	'timePassed',
	'tooLate',
	'unreadable',
	'writtenSince',
] as const;

/** Why a change was refused, for whoever tells it in another language. */
export interface Told {
	code: (typeof REFUSALS)[number];
	/** What stands in the sentence; times are ISO 8601 in UTC, reasons and states are codes. */
	values?: Readonly<Record<string, string | number>>;
}

/** What was asked for cannot be done, because of what was given or how things stand. Nothing was changed. */
export class RefusedError extends AdvisedError {
	override readonly name = 'RefusedError';

	constructor(
		message: string,
		advice: string,
		/** Given where a page tells it to a person. */
		readonly told?: Told,
	) {
		super(message, advice);
	}
}
