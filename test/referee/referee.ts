import {
	arePromotionsStopped,
	isLeftAlone,
	isMarketingStopped,
	type CustomerWish,
} from './customer-wishes.ts';
import { isHoliday, isNight, type NightRule } from './wall-clock.ts';

/**
 * Judges messages by what Meta and the customer forbid and by what the business asked for. Written from Meta's published
 * rules and the product text alone; it shares no code with the engine, so that a fault there cannot hide here.
 */

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** What happened to one customer, as the referee saw it happen. Times in ms since 1970. */
export interface Story {
	channel: 'whatsapp' | 'instagram' | 'messenger';
	phone?: string;
	/**
	 * Customer actions; `opens` by Meta's table of what opens the 24-hour window. `approves`: a 👍 or the like, given to a
	 * message of the business.
	 */
	actions: {
		at: number;
		id: string;
		opens: boolean;
		speaks: boolean;
		approves?: boolean;
		/** As which number they were named: one phone may be written in two ways. */
		under?: string;
	}[];
	/** Anything the business said. */
	answers: { at: number; byPerson: boolean }[];
	/** Follow-ups that went out before. */
	sent: number[];
	/** In any order. */
	wished: CustomerWish[];
	marketingHeldBackAt?: number;
	convertedAt?: number;
	paused?: { from: number; until?: number };
	/** What was told of who owns the thread: another app (`theirs`), or this one. In any order. */
	ownerNews: { at: number; theirs: boolean }[];
	/** When a message went into a thread that another app owned; whoever does that has spoken. */
	steppedInAt?: number[];
	/** Meta restricts the account, or a person stopped all sending from it. */
	accountPausedUntil?: number;
	/** How far the clock of whoever sends is ahead of Meta's, below zero behind, and when that was seen. */
	clockOff?: { ms: number; seenAt: number };
}

/** What the business asked for, as far as it forbids a message. */
export interface Wishes {
	platforms: string[];
	active: boolean;
	activatedAt?: number;
	night: NightRule[];
	/** Days on which nothing goes, each as 2026-12-25. */
	holidays: readonly string[];
	timeZone: string;
	maxPerCustomer: number;
	maxPerCustomerDays: number;
	/** So many in a row without an answer, and no more; 0 for no limit. */
	maxUnanswered: number;
	minimumGapMinutes: number;
	onlyIfBusinessAnswered: boolean;
	resumeAfterPersonHours: number;
	usMarketingTemplates: boolean;
	dryRun: boolean;
	reactionsCountAsAnswers: boolean;
	/** A thread of another app in which the customer waits that long for any answer may be written into; 0 for never. */
	takeOverAfterHours: number;
	/** The delay counts from the last message of anyone; in ms. Left out when it counts from the customer's. */
	silenceMs?: number;
	safetyMarginMinutes: number;
	/** Before quiet hours that outlast the window it may go earlier than asked. */
	earlierBeforeNight: boolean;
}

export interface Message {
	at: number;
	kind: 'text' | 'template';
	template?: { marketing: boolean; approved: boolean; texts: string[]; ownTemplate: boolean };
	/** The customer message it follows up on. */
	anchor: { id: string; at: number };
}

export type Fault =
	| 'outside_window'
	| 'template_on_a_platform_without'
	| 'after_opt_out'
	| 'after_reply'
	| 'after_reply_under_another_number'
	| 'after_reaction'
	| 'after_conversion'
	| 'inactive'
	| 'wrong_platform'
	| 'before_activation'
	| 'thread_of_another_app'
	| 'paused'
	| 'account_paused'
	| 'by_a_wrong_clock'
	| 'person_writing'
	| 'silence_not_over'
	| 'business_silent'
	| 'marketing_stopped'
	| 'marketing_held_back'
	| 'us_marketing'
	| 'template_not_approved'
	| 'template_incomplete'
	| 'too_many_unanswered'
	| 'cap'
	| 'gap'
	| 'night'
	| 'public_holiday'
	| 'dry_run';

/**
 * What is seen when a rule of the engine is switched off, by the name of the rule. A share that is held out is no fault of one
 * message.
 */
export const CAUGHT_AS = {
	optedOut: 'after_opt_out',
	customerSilent: 'after_reply',
	reactionAnswered: 'after_reaction',
	converted: 'after_conversion',
	active: 'inactive',
	platform: 'wrong_platform',
	startedAfterActivation: 'before_activation',
	threadOwner: 'thread_of_another_app',
	paused: 'paused',
	accountPaused: 'account_paused',
	clockFits: 'by_a_wrong_clock',
	personWrote: 'person_writing',
	silenceOver: 'silence_not_over',
	businessAnswered: 'business_silent',
	windowOpen: 'outside_window',
	marketingOptedOut: 'marketing_stopped',
	marketingHeldBack: 'marketing_held_back',
	usMarketing: 'us_marketing',
	templateReady: 'template_incomplete',
	unansweredInARow: 'too_many_unanswered',
	cap: 'cap',
	minimumGap: 'gap',
	quietHours: 'night',
	dryRun: 'dry_run',
} as const satisfies Record<string, Fault>;

/** What is wrong with a message that goes (or is promised to go) at this instant; empty when nothing is. */
export function faultsOf(story: Story, wishes: Wishes, message: Message): Fault[] {
	const { at } = message;
	const before = <T extends { at: number }>(events: T[]) => events.filter((event) => event.at <= at);
	const opened = Math.max(...before(story.actions.filter(({ opens }) => opens)).map((action) => action.at));
	const inWindow = at - opened < DAY;
	const spoke = before(story.actions.filter(({ speaks }) => speaks));
	const answers = before(story.answers);
	const stepsIn = isTheirs(before(story.ownerNews)) && isLeftWaiting(wishes, spoke, answers, at);
	const { template } = message;
	const marketing = message.kind === 'template' && template?.marketing === true;
	const faults: [Fault, boolean][] = [
		['outside_window', message.kind === 'text' && !inWindow],
		['template_on_a_platform_without', message.kind === 'template' && story.channel !== 'whatsapp'],
		['after_opt_out', isLeftAlone(before(story.wished))],
		[
			'after_reply',
			spoke.some((action) => action.id !== message.anchor.id && action.at >= message.anchor.at),
		],
		[
			// One person, one conversation: whoever answers under the other writing of their number has answered.
			'after_reply_under_another_number',
			spoke.some(
				(action) =>
					action.id !== message.anchor.id &&
					action.at >= message.anchor.at &&
					action.under !== spoke.find(({ id }) => id === message.anchor.id)?.under,
			),
		],
		[
			'after_reaction',
			wishes.reactionsCountAsAnswers &&
				before(story.actions).some(({ approves, at: when }) => approves && when >= message.anchor.at),
		],
		[
			'after_conversion',
			story.convertedAt !== undefined && story.convertedAt <= at && story.convertedAt >= message.anchor.at,
		],
		['inactive', !wishes.active],
		['wrong_platform', !wishes.platforms.includes(story.channel)],
		[
			'before_activation',
			// The first message after switching on is what makes the chatbot known; it is minutes older.
			wishes.activatedAt !== undefined && message.anchor.at < wishes.activatedAt - 15 * MINUTE,
		],
		['thread_of_another_app', isTheirs(before(story.ownerNews)) && !stepsIn],
		['paused', story.paused !== undefined && (story.paused.until === undefined || at < story.paused.until)],
		[
			'by_a_wrong_clock',
			Math.abs(story.clockOff?.ms ?? 0) > Math.max(2, wishes.safetyMarginMinutes) * MINUTE,
		],
		['account_paused', at < (story.accountPausedUntil ?? -Infinity)],
		[
			'person_writing',
			answers.some((answer) => answer.byPerson && at - answer.at < wishes.resumeAfterPersonHours * HOUR),
		],
		['silence_not_over', silenceNotOver(wishes, message, answers, opened, inWindow)],
		[
			'business_silent',
			wishes.onlyIfBusinessAnswered &&
				!stepsIn &&
				![...answers.map((answer) => answer.at), ...(story.steppedInAt ?? [])].some(
					(spokeAt) => spokeAt >= message.anchor.at && spokeAt <= at,
				),
		],
		[
			'marketing_stopped',
			(marketing && isMarketingStopped(before(story.wished))) ||
				(message.kind === 'text' && arePromotionsStopped(before(story.wished))),
		],
		['marketing_held_back', marketing && at - (story.marketingHeldBackAt ?? -Infinity) < DAY],
		['us_marketing', marketing && !wishes.usMarketingTemplates && looksAmerican(story.phone)],
		['template_not_approved', message.kind === 'template' && template?.approved === false],
		[
			'template_incomplete',
			message.kind === 'template' && template?.texts.some((text) => text.trim() === '') === true,
		],
		[
			'too_many_unanswered',
			wishes.maxUnanswered > 0 &&
				story.sent.filter((sent) => spoke.every((action) => action.at < sent)).length >= wishes.maxUnanswered,
		],
		[
			'cap',
			wishes.maxPerCustomer > 0 &&
				story.sent.filter((sent) => sent > at - wishes.maxPerCustomerDays * DAY).length >=
					wishes.maxPerCustomer,
		],
		[
			'gap',
			story.sent.some((sent) => sent >= message.anchor.at && at - sent < wishes.minimumGapMinutes * MINUTE),
		],
		['night', isNight(wishes.night, wishes.timeZone, new Date(at))],
		['public_holiday', isHoliday(wishes.holidays, wishes.timeZone, new Date(at))],
		['dry_run', wishes.dryRun],
	];
	return faults.filter(([, isFault]) => isFault).map(([fault]) => fault);
}

/** The newest news decides; of two at one moment, that the thread is ours. */
export function isTheirs(news: Story['ownerNews']): boolean {
	const newest = Math.max(...news.map(({ at }) => at));
	const last = news.filter(({ at }) => at === newest);
	return last.length > 0 && last.every(({ theirs }) => theirs);
}

/** Nobody has answered the customer's last word for as long as the business would wait. */
function isLeftWaiting(
	{ takeOverAfterHours }: Wishes,
	spoke: Story['actions'],
	answers: Story['answers'],
	at: number,
): boolean {
	const lastWord = Math.max(...spoke.map((action) => action.at));
	const isAnswered = answers.some((answer) => answer.at >= lastWord);
	return takeOverAfterHours > 0 && !isAnswered && at - lastWord >= takeOverAfterHours * HOUR;
}

/** The last safe moment of the window excuses a shorter silence: after it nothing could go at all. */
function silenceNotOver(
	wishes: Wishes,
	{ at, anchor, template }: Message,
	answers: Story['answers'],
	opened: number,
	inWindow: boolean,
): boolean {
	const { silenceMs, safetyMarginMinutes } = wishes;
	if (silenceMs === undefined) return false;
	const last = Math.max(anchor.at, ...answers.map((answer) => answer.at));
	if (at - last >= silenceMs) return false;
	const nextMinute = new Date(at + MINUTE);
	const nightComes =
		isNight(wishes.night, wishes.timeZone, nextMinute) ||
		isHoliday(wishes.holidays, wishes.timeZone, nextMinute);
	if (wishes.earlierBeforeNight && nightComes) return false;
	const lastMoment = inWindow && at >= opened + DAY - safetyMarginMinutes * MINUTE;
	return !(lastMoment && !template?.ownTemplate);
}

/** Some area codes of the United States; the referee need not know all to catch a rule that knows none. */
const AMERICAN = [
	'201',
	'202',
	'212',
	'213',
	'305',
	'310',
	'312',
	'404',
	'415',
	'512',
	'617',
	'646',
	'702',
	'713',
	'718',
	'786',
];

function looksAmerican(phone: string | undefined): boolean {
	const digits = (phone ?? '').replace('+', '');
	return digits.length === 11 && digits.startsWith('1') && AMERICAN.includes(digits.slice(1, 4));
}
