import type { Channel } from '../channel.ts';
import { CHANNEL_FACTS, type ChannelFacts } from '../channels/index.ts';

/** What a refusal of Meta means. */
export type ErrorClass =
	| 'retry' // certainly not accepted; another try later helps
	| 'uncertain' // a fault inside Meta: in an answer it leaves open whether the message was accepted
	| 'window_closed' // only a template may go now
	| 'held_back' // Meta holds this kind of message back from this customer for a while
	| 'contact' // this customer cannot be reached; another try changes nothing
	| 'opt_out' // the customer stopped marketing messages
	| 'message' // this message is not acceptable as it is
	| 'template' // the template cannot be sent as it is
	| 'account' // Meta has restricted the account: nothing goes until a person acts
	| 'configuration' // registration or terms: nothing goes for the account until a person acts
	| 'credential'; // token or permission: nothing goes with this credential until a person acts

/** Where a code is known: WhatsApp has its own, Messenger and Instagram share theirs. */
export type ErrorPlatform = ChannelFacts['errorPlatform'] | 'all';

/** One code of Meta. Adding one is one line in the table below. */
export interface ErrorRow {
	platform: ErrorPlatform;
	code: number;
	/** Last code of a range. */
	to?: number;
	/** On Messenger and Instagram the subcode decides before the code. */
	subcode?: number;
	class: ErrorClass;
	/** What happened. */
	meaning: string;
	/** What the user can do. */
	advice: string;
	/** With `retry`: the least time until the next try, in ms. */
	retryAfterMs?: number;
	/** With `retry`: by how much the time grows with each try; 2 unless said otherwise. */
	retryFactor?: number;
	/** How long nothing is sent for the account (with `credential`: by that one), unless a person resumes it before, in ms. */
	pauseMs?: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const WAIT = 'Nothing to do; it is tried again later';
const NOTHING = 'Nothing to do; whether it was accepted is told by its status';
const TOKEN = 'Open the Meta Messaging API credential, put in a valid token and test it';
const PERMISSION = 'Check the permissions of the app and of the token for this account';
const VALUE = 'Check the values of the message';
const MANAGER = 'Open the WhatsApp Manager and see what it says of the account';
const REGISTER = 'Register the phone number for the Cloud API in the WhatsApp Manager';
const PIN = 'Check the registration and the two-step PIN of the phone number in the WhatsApp Manager';
const OTHER_TEMPLATE = 'Choose another template';

type Given = Omit<ErrorRow, 'platform' | 'code' | 'class' | 'meaning' | 'advice'>;
const row =
	(platform: ErrorPlatform) =>
	(code: number, kind: ErrorClass, meaning: string, advice: string, more: Given = {}): ErrorRow => ({
		...{ platform, code, class: kind, meaning, advice },
		...(kind === 'account' ? { pauseMs: HOUR } : {}),
		...(kind === 'configuration' || kind === 'credential' ? { pauseMs: 15 * MINUTE } : {}),
		...(kind === 'retry' ? { retryAfterMs: MINUTE } : {}),
		...more,
	});
const all = row('all');
const whatsapp = row('whatsapp');
const page = row('messenger_instagram');

/**
 * Every code with what it means and what follows from it. Titles and HTTP statuses are no reliable signal there.
 * Sources: Meta, "Cloud API error codes" (WhatsApp) and Send API errors (Messenger); some Instagram subcodes only from other
 * integrators; read 2026-11-22. Where a source names only a subcode, the code beside it is not relied on.
 */
export const ERROR_ROWS: readonly ErrorRow[] = [
	// Any platform
	all(0, 'credential', 'The access token is not accepted', TOKEN),
	all(1, 'uncertain', 'Meta had an unknown fault', NOTHING),
	all(2, 'uncertain', 'Meta had a temporary fault', NOTHING),
	all(3, 'credential', 'The access token lacks a capability or permission', PERMISSION),
	all(4, 'retry', 'The app reached its call limit', WAIT, { retryAfterMs: 15 * MINUTE }),
	all(10, 'credential', 'The access token lacks a permission for this account', PERMISSION),
	all(33, 'credential', 'The account ID does not exist or the token may not use it', 'Check the account ID'),
	all(100, 'message', 'A value in the request is not valid for Meta', VALUE),
	all(190, 'credential', 'The access token is not valid any more', TOKEN),
	all(200, 'credential', 'The access token lacks a permission', PERMISSION, { to: 299 }),
	all(368, 'account', 'The account is blocked for policy reasons', MANAGER, { pauseMs: 24 * HOUR }),

	// WhatsApp: limits
	whatsapp(80007, 'retry', 'The WhatsApp account reached its call limit', WAIT, {
		retryAfterMs: 15 * MINUTE,
	}),
	whatsapp(
		130429,
		'retry',
		'The number sends faster than it may',
		'Lower Messages per Second in the options',
	),
	whatsapp(131056, 'retry', 'Too many messages went to this customer in a short time', WAIT, {
		// Meta: after 4^X seconds, X = 0, 1, 2 …
		retryAfterMs: SECOND,
		retryFactor: 4,
	}),
	whatsapp(131057, 'retry', 'The number is in maintenance', WAIT),
	whatsapp(131048, 'account', 'Meta restricts the number: messages were reported or blocked', MANAGER, {
		pauseMs: 24 * HOUR,
	}),

	// WhatsApp: faults inside Meta
	whatsapp(131000, 'uncertain', 'Meta had an unknown fault', NOTHING),
	whatsapp(131016, 'uncertain', 'The service is temporarily unavailable', NOTHING),
	whatsapp(133004, 'uncertain', 'The server is temporarily unavailable', NOTHING),

	// WhatsApp: the customer
	whatsapp(131047, 'window_closed', 'The 24-hour messaging window is closed', 'Send an approved template'),
	whatsapp(
		131026,
		'contact',
		'The customer cannot be reached on WhatsApp',
		'Reach the customer in another way',
	),
	whatsapp(
		131049,
		'held_back',
		'Meta holds back marketing messages to this customer for now',
		'Nothing goes as marketing to this customer for a day; a message inside the window may',
	),
	whatsapp(131050, 'opt_out', 'The customer stopped marketing messages', 'Send this customer no marketing'),
	whatsapp(
		130472,
		'contact',
		'The customer is part of an experiment of Meta and gets no marketing',
		'Reach the customer in another way',
	),
	whatsapp(131062, 'contact', 'This message cannot go to a user ID', 'Use the phone number of the customer'),
	whatsapp(131021, 'message', 'The number of the business cannot write to itself', 'Check the recipient'),

	// WhatsApp: the message
	whatsapp(131008, 'message', 'A required value is missing in the request', VALUE),
	whatsapp(131009, 'message', 'A value in the request is not valid for Meta', VALUE),
	whatsapp(131051, 'message', 'This message type is not supported', 'Send another type of message'),
	whatsapp(
		131052,
		'message',
		'A file of the customer could not be loaded',
		'Ask the customer to send it again',
	),
	whatsapp(
		131053,
		'message',
		'The file could not be loaded',
		'Check the type, the size and the address of the file',
	),

	// WhatsApp: the account
	whatsapp(131031, 'account', 'The account is locked', MANAGER),
	whatsapp(131042, 'account', 'There is a problem with the payment method of the account', MANAGER),
	whatsapp(130497, 'account', 'The account may not send to this country', MANAGER),
	whatsapp(131005, 'credential', 'The access token lacks a permission for this account', PERMISSION),
	whatsapp(131045, 'configuration', 'The phone number is not registered for the Cloud API', REGISTER),
	whatsapp(133000, 'configuration', 'An earlier removal of the registration is not finished', REGISTER),
	whatsapp(133005, 'configuration', 'The two-step PIN is not correct', PIN),
	whatsapp(133006, 'configuration', 'The phone number has to be verified before it is registered', PIN),
	whatsapp(133008, 'configuration', 'The two-step PIN was guessed too often', PIN),
	whatsapp(133009, 'configuration', 'The two-step PIN was entered too fast', PIN),
	whatsapp(133010, 'configuration', 'The phone number is not registered for the Cloud API', REGISTER),
	whatsapp(133015, 'configuration', 'The number was deleted a short time ago', REGISTER),
	whatsapp(133016, 'configuration', 'The number was registered too often in a short time', REGISTER),

	// WhatsApp: templates
	whatsapp(
		132000,
		'template',
		'The template needs another number of variables',
		'Fill in Template Variables',
	),
	whatsapp(
		132001,
		'template',
		'The template does not exist in this language or is not approved',
		'Choose a template that is approved in this language',
	),
	whatsapp(132005, 'template', 'A text of the template became too long', 'Shorten its variables'),
	whatsapp(132007, 'template', 'The template breaks a content policy of WhatsApp', OTHER_TEMPLATE),
	whatsapp(132012, 'template', 'A variable of the template has the wrong format', 'Check Template Variables'),
	whatsapp(132015, 'retry', 'The template is paused because of low quality', OTHER_TEMPLATE, {
		// The first pause lasts 3 hours, the second 6; after the third the template is disabled.
		retryAfterMs: 3 * HOUR,
	}),
	whatsapp(132016, 'template', 'The template is disabled for good', OTHER_TEMPLATE),
	whatsapp(132018, 'template', 'The variables do not fit the template', 'Check Template Variables'),
	whatsapp(
		132068,
		'template',
		'The flow of the template is blocked',
		'Mend the flow in the WhatsApp Manager',
	),
	whatsapp(
		132069,
		'template',
		'The flow of the template is throttled',
		'Mend the flow in the WhatsApp Manager',
	),

	// Messenger and Instagram
	page(551, 'contact', 'The customer cannot be reached at the moment', 'Reach the customer in another way'),
	page(613, 'retry', 'The account sends faster than it may', 'Lower Messages per Second in the options'),
	page(
		10,
		'window_closed',
		'The 24-hour messaging window is closed (Messenger)',
		'Wait for the customer to write',
		{
			subcode: 2018278,
		},
	),
	page(
		10,
		'window_closed',
		'The 24-hour messaging window is closed (Instagram)',
		'Wait for the customer to write',
		{
			subcode: 2534022,
		},
	),
	page(
		10,
		'window_closed',
		'The messaging window is closed or the customer cannot be reached',
		'Wait for the customer to write',
		{ subcode: 1545041 },
	),
	page(10, 'account', 'Meta restricts the Page for now', 'Open the Support Inbox of the Page', {
		subcode: 1893063,
		pauseMs: 24 * HOUR,
	}),
	page(2, 'uncertain', 'Meta had a temporary fault', NOTHING, { subcode: 1545133 }),
	page(
		2,
		'configuration',
		'An administrator of the Page must accept terms of Meta',
		'Open the Page and accept them',
		{
			subcode: 2018344,
		},
	),
	page(100, 'contact', 'No such user is known to the Page', 'Check the page-scoped user ID', {
		subcode: 2018001,
	}),
	page(100, 'contact', 'The user was not found on Instagram', 'Check the Instagram-scoped user ID', {
		subcode: 2534014,
	}),
	page(100, 'contact', 'The thread is archived', 'Open the thread in Instagram', { subcode: 2534001 }),
	page(
		100,
		'message',
		'The one private reply to this comment is already used',
		'Wait for the customer to write',
		{
			subcode: 2534025,
		},
	),
	page(613, 'retry', 'Too many private replies in a short time', WAIT, {
		subcode: 2534013,
		retryAfterMs: 15 * MINUTE,
	}),
	page(
		100,
		'credential',
		'The account ID does not exist or the token may not use it',
		'Check the account ID',
		{
			subcode: 33,
		},
	),
];

/** Whether a row is about a platform. */
export function isAbout(channel: Channel, { platform }: ErrorRow): boolean {
	return platform === 'all' || platform === CHANNEL_FACTS[channel].errorPlatform;
}
