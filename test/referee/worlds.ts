import fc from 'fast-check';
import { asNow, type Now } from '../../lib/store/database/now.ts';
import type { Chatbot, FollowUpDefinition } from '../../lib/follow-up/definition.ts';
import { parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import type { ConversationWithHistory } from '../../lib/messaging/conversation.ts';
import type { CustomerWish } from './customer-wishes.ts';
import { HOLIDAYS_OF_CHILE } from './holidays.ts';
import type { Message, Story, Wishes } from './referee.ts';

/** Random customers and businesses, told twice: as the engine knows them, and as the referee saw them happen. */
export interface World {
	now: Now;
	chatbot: Chatbot;
	conversation: ConversationWithHistory;
	story: Story;
	wishes: Map<string, Wishes>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
export const ZONES = ['America/Mexico_City', 'America/Santiago', 'Europe/Madrid', 'Australia/Lord_Howe'];
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const PHONES = [undefined, '573001112233', '12125550101', '14165550101', '+13055550101'];

const nothing = fc.constant(undefined);
const rarely = <T>(value: fc.Arbitrary<T>) =>
	fc.oneof({ weight: 12, arbitrary: nothing }, { weight: 1, arbitrary: value });
const sometimes = <T>(value: fc.Arbitrary<T>) => fc.oneof(nothing, value);

const clock = (minutes: number) =>
	[Math.floor(minutes / 60) % 24, minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** Shorter than twelve hours, so that two of them leave time to send in. */
export const night = fc
	.record({
		days: fc.subarray(DAYS, { minLength: 1 }),
		from: fc.integer({ min: 0, max: 24 * 60 - 1 }),
		length: fc.integer({ min: 1, max: 12 * 60 - 1 }),
	})
	.map(({ days, from, length }) => ({ days, from: clock(from), to: clock(from + length) }));

const followUp = fc.record({
	active: fc.boolean().chain((one) => (one ? fc.constant(true) : fc.boolean())),
	platforms: fc.oneof(
		{ weight: 4, arbitrary: fc.constant(['whatsapp', 'instagram', 'messenger']) },
		{ weight: 1, arbitrary: fc.subarray(['whatsapp', 'instagram', 'messenger'], { minLength: 1 }) },
	),
	anchor: fc.constantFrom('customer', 'anyone'),
	timing: fc.constantFrom('manual', 'manual', 'ai'),
	delay: fc.integer({ min: 1, max: 72 * 60 }),
	template: sometimes(
		fc.record({
			templateCategory: fc.constantFrom('marketing', 'marketing', 'utility'),
			templateParameters: fc.array(fc.constantFrom('Ana', 'Ana', 'Ana', 'Ana', 'Ana', ' '), { maxLength: 2 }),
		}),
	),
});

const settings = fc.record({
	safetyMarginMinutes: fc.integer({ min: 1, max: 120 }),
	timeZone: fc.constantFrom(...ZONES),
	quietHours: fc.oneof(fc.constant([]), fc.array(night, { maxLength: 2 })),
	publicHolidays: fc.constantFrom('', '', 'CL'),
	quietConflict: fc.constantFrom('earlier', 'template', 'skip'),
	maxPerCustomer: fc.constantFrom(0, 0, 1, 2, 3),
	maxPerCustomerDays: fc.integer({ min: 1, max: 30 }),
	maxUnanswered: fc.constantFrom(0, 0, 1, 2, 3),
	minimumGapMinutes: fc.constantFrom(0, 60, 60, 600),
	resumeAfterPersonHours: fc.constantFrom(0, 1, 1, 24),
	usMarketingTemplates: fc.boolean(),
	onlyIfBusinessAnswered: fc.boolean(),
	reactionsCountAsAnswers: fc.boolean(),
	takeOverAfterHours: fc.constantFrom(0, 0, 1, 6),
	dryRun: fc.constantFrom(false, false, false, false, true),
});

/** A time before now, in ms. */
const ago = (hours: number) => fc.integer({ min: 0, max: hours * 60 }).map((minutes) => minutes * MINUTE);

const past = fc.record({
	channel: fc.constantFrom('whatsapp', 'instagram', 'messenger'),
	phone: fc.constantFrom(...PHONES),
	silentFor: fc.oneof(ago(20), ago(60)),
	laterReaction: rarely(ago(20)),
	approves: fc.boolean(),
	answers: fc.array(fc.record({ at: ago(40), byPerson: fc.boolean() }), { maxLength: 3 }),
	sent: fc.array(ago(24 * 20), { maxLength: 3 }),
	optedOut: rarely(ago(30)),
	marketingStopped: fc.oneof(nothing, sometimes(ago(30))),
	marketingStoppedInChat: fc.boolean(),
	heldBack: sometimes(ago(40)),
	converted: rarely(ago(60)),
	paused: rarely(fc.record({ from: ago(10), lasts: sometimes(ago(30)) })),
	ownerNews: rarely(
		fc.array(fc.record({ at: ago(10), theirs: fc.constantFrom(true, true, false) }), { maxLength: 3 }),
	),
	accountPaused: rarely(ago(10)),
	activated: rarely(ago(60)),
});

const year = { min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) };

/** Random worlds; `now` lies anywhere in a year with its changes of the clocks. */
export const worlds: fc.Arbitrary<World> = fc
	.record({
		now: fc.integer({ min: year.min / MINUTE, max: year.max / MINUTE }).map((minute) => minute * MINUTE),
		past,
		settings,
		followUps: fc.array(followUp, { minLength: 1, maxLength: 4 }),
		clockOff: rarely(fc.integer({ min: -180, max: 180 }).map((minutes) => minutes * MINUTE)),
	})
	.map((given) => {
		const { now, settings: set } = given;
		const back = (ms: number | undefined) => (ms === undefined ? undefined : now - ms);
		const { past: was } = given;
		const spokeAt = now - was.silentFor;
		const reactedAt =
			was.laterReaction === undefined ? undefined : Math.max(spokeAt, now - was.laterReaction);
		const activatedAt = back(was.activated);
		const reactionOpens = was.channel !== 'whatsapp';
		const story: Story = {
			channel: was.channel as Story['channel'],
			...(was.phone ? { phone: was.phone } : {}),
			actions: [
				{ at: spokeAt, id: 'last', opens: true, speaks: true },
				...(reactedAt === undefined
					? []
					: [
							{
								...{ at: reactedAt, id: 'reaction', opens: reactionOpens },
								...{ speaks: false, approves: was.approves },
							},
						]),
			],
			answers: was.answers.map(({ at, byPerson }) => ({ at: now - at, byPerson })),
			sent: was.sent.map((at) => now - at).sort((a, b) => a - b),
			wished: [
				...stopOf(back(was.optedOut), 'everything', 'chat'),
				...stopOf(back(was.marketingStopped), 'marketing', was.marketingStoppedInChat ? 'chat' : 'meta'),
			],
			...(was.heldBack === undefined ? {} : { marketingHeldBackAt: now - was.heldBack }),
			...(was.converted === undefined ? {} : { convertedAt: now - was.converted }),
			ownerNews: (was.ownerNews ?? []).map(({ at, theirs }) => ({ at: now - at, theirs })),
			...(given.clockOff === undefined ? {} : { clockOff: { ms: given.clockOff, seenAt: now } }),
			...(was.accountPaused === undefined ? {} : { accountPausedUntil: now + was.accountPaused }),
			...(was.paused
				? {
						paused: {
							from: now - was.paused.from,
							...(was.paused.lasts === undefined ? {} : { until: now + was.paused.lasts }),
						},
					}
				: {}),
		};
		const chatbot: Chatbot = {
			...parseChatbot({
				id: 'chatbot',
				stopCondition: 'When done',
				settings: set,
				followUps: given.followUps.map(({ template, ...one }, index) => ({
					...one,
					name: `Follow-up ${index}`,
					delayUnit: 'minutes',
					description: 'When silent',
					messageSource: 'fixed',
					message: `Hello ${index}`,
					...(template ? { ...template, templateName: 'reminder', templateLanguage: 'es' } : {}),
				})),
			}),
			...(activatedAt === undefined ? {} : { activatedAt: new Date(activatedAt).toISOString() }),
		};
		const wishes = new Map(
			chatbot.followUps.map((one) => [one.id, wishesOf(chatbot, one, story, activatedAt)]),
		);
		return { now: asNow(new Date(now)), chatbot, conversation: conversationOf(story), story, wishes };
	});

function wishesOf(
	chatbot: Chatbot,
	one: FollowUpDefinition,
	{ channel }: Story,
	activatedAt?: number,
): Wishes {
	const { settings: set } = chatbot;
	const ai = one.timing === 'ai' && channel === 'whatsapp';
	return {
		...set,
		platforms: one.platforms,
		active: one.active,
		...(activatedAt === undefined ? {} : { activatedAt }),
		night: set.quietHours,
		holidays: set.publicHolidays === 'CL' ? HOLIDAYS_OF_CHILE : [],
		earlierBeforeNight: set.quietConflict === 'earlier',
		...(one.anchor === 'anyone' ? { silenceMs: ai ? set.aiFirstLookMinutes * MINUTE : one.delayMs } : {}),
	};
}

function stopOf(
	at: number | undefined,
	of: CustomerWish['of'],
	where: CustomerWish['where'],
): CustomerWish[] {
	return at === undefined ? [] : [{ at, heard: at, stop: true, of, where }];
}

const iso = (at: number | undefined) => (at === undefined ? {} : { at: new Date(at).toISOString() }).at;

/** Since the first news that another app owns the thread, after the last that it does not. */
function ownedSince({ ownerNews }: Story): number | undefined {
	const lastOurs = Math.max(...ownerNews.filter(({ theirs }) => !theirs).map(({ at }) => at));
	const since = Math.min(
		...ownerNews.filter(({ at, theirs }) => theirs && at > lastOurs).map(({ at }) => at),
	);
	return Number.isFinite(since) ? since : undefined;
}

/** What the store would say of the story. */
export function conversationOf(story: Story): ConversationWithHistory {
	const spoke = story.actions.filter(({ speaks }) => speaks).at(-1);
	const opened = Math.max(...story.actions.filter(({ opens }) => opens).map(({ at }) => at));
	const answers = [...story.answers].sort((a, b) => a.at - b.at);
	const byPerson = answers.filter((answer) => answer.byPerson).at(-1);
	const offers = story.wished.find(({ of }) => of === 'marketing');
	return {
		key: `${story.channel}:1:customer`,
		channel: story.channel,
		account: '1',
		contact: { id: 'customer', ...(story.phone ? { phone: story.phone } : {}) },
		lastInboundAt: iso(spoke?.at),
		lastInboundId: spoke?.id,
		windowOpenedAt: iso(opened),
		lastOutboundAt: iso(answers.at(-1)?.at),
		personWroteAt: iso(byPerson?.at),
		optedOutAt: iso(story.wished.find(({ of }) => of === 'everything')?.at),
		marketingOptedOutAt: iso(offers?.at),
		...(offers?.where === 'chat' ? { marketingOptedOutBy: 'customer' } : {}),
		marketingHeldBackAt: iso(story.marketingHeldBackAt),
		convertedAt: iso(story.convertedAt),
		reactedAt: iso(story.actions.filter(({ approves }) => approves).at(-1)?.at),
		pausedAt: iso(story.paused?.from),
		pausedUntil: iso(story.paused?.until),
		ownedByOtherSince: iso(ownedSince(story)),
		accountPause:
			story.accountPausedUntil === undefined
				? undefined
				: {
						since: new Date(0).toISOString(),
						until: new Date(story.accountPausedUntil).toISOString(),
						reason: 'restricted',
					},
		clockOff: story.clockOff && {
			ms: story.clockOff.ms,
			seenAt: new Date(story.clockOff.seenAt).toISOString(),
		},
		lastFollowUpAnchorId: undefined,
		followUpsSentAt: story.sent.map((at) => new Date(at).toISOString()),
	};
}

/** The message that a follow-up would be at an instant: free text while the referee sees the window open, else its template. */
export function messageOf(world: World, followUp: FollowUpDefinition, at: number): Message {
	const opened = Math.max(...world.story.actions.filter(({ opens }) => opens).map((action) => action.at));
	const spoke = world.story.actions.filter(({ speaks }) => speaks).at(-1) as Story['actions'][number];
	return {
		at,
		kind: at - opened < 24 * HOUR ? 'text' : 'template',
		template: {
			marketing: followUp.template?.category === 'marketing',
			approved: true,
			texts: followUp.template?.parameters.map(({ text }) => text) ?? [],
			ownTemplate: world.story.channel === 'whatsapp' && followUp.template !== undefined,
		},
		anchor: { id: spoke.id, at: spoke.at },
	};
}
