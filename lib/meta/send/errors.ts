import type { Channel } from '../../messaging/channel';

/** What a refusal of Meta means for the follow-up. */
export type ErrorClass =
	| 'retry' // not accepted for certain; another try soon helps
	| 'uncertain' // an internal fault of Meta: the message may have been accepted
	| 'window_closed'
	| 'permanent' // this message or this contact: another try changes nothing
	| 'opt_out'
	| 'configuration'; // a person has to act before anything can be sent

export interface ErrorRow {
	class: ErrorClass;
	/** What the user reads: what happened and what to do. */
	advice: string;
	/** With `retry`: the least time until the next try, in ms. */
	retryAfterMs?: number;
}

const MINUTE_MS = 60_000;
const TOKEN =
	'The access token is not accepted. Open the Meta Messaging API credential, put in a valid token and test it';
const PERMISSION =
	'The access token lacks a permission for this account. Check the permissions of the app and the token';

/**
 * WhatsApp Cloud API codes. Source: Meta, "Cloud API error codes", read 2026-11-22; HTTP status and titles are no reliable
 * signal there.
 */
const WHATSAPP: Record<number, ErrorRow> = {
	1: { class: 'uncertain', advice: 'Meta had an unknown fault' },
	2: { class: 'uncertain', advice: 'Meta had a temporary fault' },
	4: { class: 'retry', advice: 'The app reached its call limit', retryAfterMs: 15 * MINUTE_MS },
	0: { class: 'configuration', advice: TOKEN },
	3: { class: 'configuration', advice: PERMISSION },
	10: { class: 'configuration', advice: PERMISSION },
	33: { class: 'configuration', advice: 'The phone number ID does not exist or the token may not use it' },
	100: { class: 'permanent', advice: 'A value in the request is not valid for Meta' },
	190: { class: 'configuration', advice: TOKEN },
	368: {
		class: 'configuration',
		advice: 'The account is blocked for policy reasons. See the WhatsApp Manager',
	},
	80007: {
		class: 'retry',
		advice: 'The WhatsApp account reached its call limit',
		retryAfterMs: 15 * MINUTE_MS,
	},
	130429: { class: 'retry', advice: 'The number sends too fast', retryAfterMs: MINUTE_MS },
	130472: {
		class: 'permanent',
		advice: 'The customer is part of an experiment of Meta and gets no marketing',
	},
	130497: { class: 'configuration', advice: 'The account may not send to this country' },
	131000: { class: 'uncertain', advice: 'Meta had an unknown fault' },
	131005: { class: 'configuration', advice: PERMISSION },
	131008: { class: 'permanent', advice: 'A required value is missing in the request' },
	131009: { class: 'permanent', advice: 'A value in the request is not valid for Meta' },
	131016: { class: 'retry', advice: 'The service is temporarily unavailable', retryAfterMs: MINUTE_MS },
	131021: { class: 'permanent', advice: 'The number of the business cannot write to itself' },
	131026: { class: 'permanent', advice: 'The customer cannot be reached on WhatsApp' },
	131031: { class: 'configuration', advice: 'The account is locked. See the WhatsApp Manager' },
	131042: {
		class: 'configuration',
		advice: 'There is a problem with the payment method of the account. See the WhatsApp Manager',
	},
	131045: { class: 'configuration', advice: 'The phone number is not registered for the Cloud API' },
	131047: {
		class: 'window_closed',
		advice: 'The 24-hour messaging window is closed; only an approved template may go',
	},
	131048: {
		class: 'configuration',
		advice: 'Meta restricts the number because messages were reported or blocked. Pause, and see its quality',
	},
	131049: { class: 'permanent', advice: 'Meta holds back marketing messages to this customer for now' },
	131050: { class: 'opt_out', advice: 'The customer stopped marketing messages' },
	131051: { class: 'permanent', advice: 'This message type is not supported' },
	131056: {
		class: 'retry',
		advice: 'Too many messages to this customer in a short time',
		retryAfterMs: MINUTE_MS,
	},
	131057: { class: 'retry', advice: 'The number is in maintenance', retryAfterMs: 2 * MINUTE_MS },
	131062: { class: 'permanent', advice: 'This message cannot go to a user ID; it needs the phone number' },
	132000: {
		class: 'permanent',
		advice: 'The template needs another number of variables. Fill in Template Variables',
	},
	132001: { class: 'permanent', advice: 'The template does not exist in this language or is not approved' },
	132005: { class: 'permanent', advice: 'A text of the template became too long. Shorten its variables' },
	132007: { class: 'permanent', advice: 'The template breaks a content policy of WhatsApp' },
	132012: { class: 'permanent', advice: 'A variable of the template has the wrong format' },
	132015: { class: 'permanent', advice: 'The template is paused because of low quality. Choose another one' },
	132016: { class: 'permanent', advice: 'The template is disabled for good. Choose another one' },
	132018: { class: 'permanent', advice: 'The variables do not fit the template' },
	133004: { class: 'retry', advice: 'The server is temporarily unavailable', retryAfterMs: MINUTE_MS },
	133010: { class: 'configuration', advice: 'The phone number is not registered for the Cloud API' },
};

/**
 * Messenger and Instagram: code 10 means a missing permission or a closed window, so the subcode is asked first.
 * Source: Meta, Send API errors; subcodes partly from other integrators; read 2026-11-22.
 */
const BY_SUBCODE: Record<number, ErrorRow> = {
	2018278: { class: 'window_closed', advice: 'The 24-hour messaging window is closed' },
	2534022: { class: 'window_closed', advice: 'The 24-hour messaging window is closed' },
	1545041: {
		class: 'window_closed',
		advice: 'The 24-hour messaging window is closed or the customer cannot be reached',
	},
	1893063: { class: 'configuration', advice: 'Meta restricts the Page for now. See its Support Inbox' },
};

const MESSENGER_AND_INSTAGRAM: Record<number, ErrorRow> = {
	...{
		0: WHATSAPP[0] as ErrorRow,
		1: WHATSAPP[1] as ErrorRow,
		2: WHATSAPP[2] as ErrorRow,
		4: WHATSAPP[4] as ErrorRow,
	},
	...{
		3: WHATSAPP[3] as ErrorRow,
		10: WHATSAPP[10] as ErrorRow,
		100: WHATSAPP[100] as ErrorRow,
		190: WHATSAPP[190] as ErrorRow,
	},
	551: { class: 'permanent', advice: 'The customer cannot be reached at the moment' },
	613: { class: 'retry', advice: 'The account sends too fast', retryAfterMs: MINUTE_MS },
};

/** Looks up what an error of Meta means. Unknown codes are permanent: a message is never repeated on a guess. */
export function classifyError(channel: Channel, code: number, subcode?: number): ErrorRow {
	if (channel !== 'whatsapp' && subcode !== undefined && BY_SUBCODE[subcode]) return BY_SUBCODE[subcode];
	const row = (channel === 'whatsapp' ? WHATSAPP : MESSENGER_AND_INSTAGRAM)[code];
	if (row) return row;
	if (code >= 200 && code <= 299) return { class: 'configuration', advice: PERMISSION };
	return { class: 'permanent', advice: 'Meta refused the message' };
}
