import type { MessagingEvent } from '../../lib/messaging/messaging-event.ts';
import type { Store } from '../../lib/store/store.ts';
import { Agents } from './agents.ts';
import type { Business } from './business.ts';
import type { People } from './people.ts';
import { messageOf } from './voice.ts';
import { deliver, eventOf } from './webhooks.ts';
import { languageOf, wordsFor, type Wish } from './wishes.ts';
import { OFTEN_LATE, WishesToldLate } from './wishes-told-late.ts';
import { DAY, HOUR, MINUTE, type Customer, type World } from './world.ts';
import { twoWritings } from './writings.ts';

const TEXTS = [
	'How much is it?',
	'I would like an appointment',
	'¿Tienen para mañana?',
	'Vocês entregam hoje?',
];
/** About four messages a visit. */
const GOES_ON = 0.76;
const PHONES = [
	...['573001112233', '56912345678', '34600111222', '1212', '1305'],
	...['5511987654321', '33612345678', '393331234567', '4915112345678'],
];
/** Of the messages, look like a request to be left alone and are none. */
const LOOK_ALIKES = 0.03;
/** Of those who have had enough, mind advertising only. */
const MIND_PROMOTIONS = 0.15;

/** Customers as they are: they ask, go silent, reply at any moment, opt out, change their ID, are answered or not. */
export class Customers {
	private readonly agents: Agents;
	private readonly wishes: WishesToldLate;

	constructor(
		private readonly world: World,
		private readonly store: Store,
		private readonly business: Business,
		private readonly people: People,
	) {
		this.agents = new Agents(world, store, business);
		this.wishes = new WishesToldLate(world, store, people);
	}

	arrive(number: number): void {
		const { chance, start, options } = this.world;
		const channel = chance.oneOf(['whatsapp', 'whatsapp', 'instagram', 'messenger'] as const);
		const prefix = chance.oneOf(PHONES);
		// A tenth of all, and half of them are known by their number only.
		const hasTwo = channel === 'whatsapp' && chance.happens(0.2);
		const writings = hasTwo ? twoWritings(chance, number) : undefined;
		// Of the others only Americans have a number here, for the law about them. Nobody shares one: a number is one person.
		const other = prefix.length === 4 ? `${prefix}${5_550_000 + number}` : undefined;
		const phone = writings?.[0] ?? other;
		if (writings) this.world.count('customers with two writings of their number');
		const customer: Customer = {
			...{ number, channel, gone: false, rehearsal: chance.happens(0.05), got: new Set() },
			language: languageOf(writings?.[0] ?? prefix),
			...(writings ? { writings } : {}),
			contact: {
				id: writings && chance.happens(0.5) ? writings[0] : `${channel}.${number}`,
				...(channel === 'whatsapp' && phone ? { phone } : {}),
				...(chance.happens(0.9) ? { name: 'Ana' } : {}),
			},
			story: {
				channel,
				...(channel === 'whatsapp' && phone ? { phone } : {}),
				actions: [],
				answers: [],
				sent: [],
				ownerNews: [],
				wished: [],
			},
		};
		this.agents.mayBeThere(customer);
		// Some wrote before the follow-ups were switched on, and their webhooks come only now.
		const first = chance.happens(0.02)
			? start - chance.between(HOUR, 20 * HOUR)
			: start + chance.between(0, options.days * DAY);
		this.writes(customer, first);
	}

	/** What a message that reached a customer may lead to. */
	readonly reacts = (customer: Customer): void => {
		const { chance, clock } = this.world;
		if (chance.happens(0.3)) this.writes(customer, clock.now + chance.between(MINUTE, 20 * HOUR));
		else if (chance.happens(0.05)) this.hasEnough(customer, clock.now + chance.between(MINUTE, HOUR));
		// Some were writing anyway, and are done before Meta has answered.
		else if (chance.happens(0.06)) this.writes(customer, clock.now + chance.between(1_000, 2 * MINUTE));
	};

	private writes(customer: Customer, at: number, wish?: Wish): void {
		const { clock } = this.world;
		clock.at(at, async () => {
			if (customer.gone) return;
			if (wish === 'stop') customer.gone = true;
			this.speaks(customer, Math.min(at, clock.now), this.wordsOf(customer, wish), wish);
		});
	}

	private hasEnough(customer: Customer, at: number): void {
		const { chance } = this.world;
		if (!chance.happens(MIND_PROMOTIONS)) return this.writes(customer, at, 'stop');
		this.writes(customer, at, 'stop-promotions');
		// Some had allowed marketing in the app just before, and of that Meta tells late. Later they write once more.
		if (!chance.happens(0.5)) return;
		this.wishes.chooses(customer, at - chance.between(1_000, MINUTE / 2), false);
		this.writes(customer, at + chance.between(2 * HOUR, 8 * HOUR));
	}

	private wordsOf({ language }: Customer, wish: Wish | undefined): string {
		const { chance } = this.world;
		if (wish) return wordsFor(wish, language, chance);
		return chance.happens(LOOK_ALIKES) ? wordsFor('no-stop', language, chance) : chance.oneOf(TEXTS);
	}

	private speaks(customer: Customer, at: number, text: string, wish?: Wish): void {
		const { world, store, business } = this;
		const { chance } = world;
		const toAgent = customer.agent?.holds === true;
		const event = eventOf(customer, toAgent ? 'standby' : 'message', at, { opensWindow: true });
		event.message = messageOf(world, customer, { id: event.id, text, at });
		const taken = async (isNew: boolean): Promise<void> => {
			if (isNew) {
				world.count('customer messages');
				const under = event.contact.phone;
				customer.story.actions.push({ at, id: event.id, opens: true, speaks: true, under });
				if (toAgent) world.count('customer messages to a business agent');
				// What reaches us as a message, and not as a copy, is in a thread that is ours.
				customer.story.ownerNews.push({ at, theirs: toAgent });
				if (wish) this.wishes.said(customer, wish, at);
				else if (chance.happens(1 - GOES_ON)) this.people.mayAct(customer);
			}
			await business.plan(customer);
		};
		deliver(world, store, event, taken, wish && OFTEN_LATE);
		if (wish) this.wishes.mayChange(customer, at, () => this.writes(customer, world.clock.now));
		if (wish === 'stop') {
			// Somebody who opted out may still write; that is no consent.
			if (chance.happens(0.3)) this.later(customer, at, 'Thank you');
			return;
		}
		// People write several times before they fall silent; only then the rest may happen.
		const goesOn = chance.happens(GOES_ON);
		// While they are writing somebody is there for them; it is the last message that may wait for hours.
		const longest = !goesOn && chance.happens(0.2) ? 10 * HOUR : 20 * MINUTE;
		if (toAgent) this.agents.hears(customer, at);
		else if (chance.happens(0.9)) this.isAnswered(customer, at + chance.between(10_000, longest));
		if (goesOn) return this.writes(customer, at + chance.between(20_000, 6 * MINUTE));
		if (chance.happens(0.35)) this.writes(customer, at + chance.between(MINUTE, 40 * HOUR));
		else if (chance.happens(0.05)) this.hasEnough(customer, at + chance.between(MINUTE, 10 * HOUR));
		this.mayDoOtherThings(customer, at);
	}

	private later(customer: Customer, at: number, text: string): void {
		const when = at + this.world.chance.between(MINUTE, 5 * HOUR);
		this.world.clock.at(when, async () => this.speaks(customer, when, text));
	}

	private isAnswered(customer: Customer, at: number): void {
		const { world, store } = this;
		const byPerson = world.chance.happens(0.2);
		// A person who writes in the Business app takes the thread from Meta's agent.
		const takes = byPerson && customer.channel === 'whatsapp';
		if (takes && customer.agent) world.clock.at(at, async () => void (customer.agent = { holds: false }));
		const event = eventOf(customer, 'echo', at, { echo: { by: byPerson ? 'person' : 'application' } });
		event.message = { id: event.id, type: 'text', text: `It is ready (${event.id})` };
		deliver(world, store, event, async (isNew) => {
			if (!isNew) return;
			customer.story.answers.push({ at, byPerson });
			if (takes) customer.story.ownerNews.push({ at, theirs: false });
		});
		if (world.chance.happens(0.05))
			this.reactsTo(customer, event, at + world.chance.between(5_000, 3 * HOUR));
		// The business writes once more by itself, which begins the silence anew for some follow-ups.
		if (world.chance.happens(0.15)) this.isAnswered(customer, at + world.chance.between(HOUR, 8 * HOUR));
	}

	/** To what the business said; a thumbs up is an answer, a tear is none. */
	private reactsTo(customer: Customer, { id }: MessagingEvent, at: number): void {
		const { world, store } = this;
		const emoji = world.chance.oneOf(['👍', '❤️', '🙏🏽', '😢'] as const);
		const approves = emoji !== '😢';
		const opens = customer.channel !== 'whatsapp';
		const event = eventOf(customer, 'reaction', at, { opensWindow: opens });
		event.message = { id: event.id, type: 'reaction', text: emoji, replyTo: id };
		deliver(world, store, event, async (isNew) => {
			if (!isNew) return;
			customer.story.actions.push({ at, id: event.id, opens, speaks: false, approves });
			world.count(approves ? 'answers by reaction' : 'other reactions');
		});
	}

	private mayDoOtherThings(customer: Customer, at: number): void {
		const { world, store } = this;
		const { chance, clock } = world;
		const when = at + chance.between(MINUTE, 10 * HOUR);
		this.wishes.mayChoose(customer, when);
		if (customer.channel === 'whatsapp' && chance.happens(0.02)) {
			clock.at(when, async () => {
				const contact = {
					...customer.contact,
					id: `${customer.contact.id}x`,
					previousId: customer.contact.id,
				};
				const event = eventOf({ ...customer, contact }, 'identity', when);
				customer.contact = { ...contact, previousId: undefined };
				deliver(world, store, event, async () => world.count('customers with a new ID'));
			});
		}
		if (customer.channel !== 'whatsapp' && chance.happens(0.03)) {
			const handover = { action: 'take' as const, newOwner: 'another-app' };
			deliver(world, store, eventOf(customer, 'handover', when, { handover }), async (isNew) => {
				if (isNew) customer.story.ownerNews.push({ at: when, theirs: true });
			});
		}
		this.agents.mayTake(customer, when);
	}
}
