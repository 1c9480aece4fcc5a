import type { Store } from '../../lib/store/store.ts';
import type { Business } from './business.ts';
import { deliver, eventOf } from './webhooks.ts';
import { MINUTE, type Customer, type World } from './world.ts';

const ROLES = { agent: 'ai_agent', business: 'escalation' } as const;

/** Meta Business Agent of some customers on WhatsApp: it hears them, answers or not, hands over, takes a thread again. */
export class Agents {
	constructor(
		private readonly world: World,
		private readonly store: Store,
		private readonly business: Business,
	) {}

	/** Every twentieth customer has one, which mostly has the thread from the beginning; it is there on WhatsApp, where half of them are. */
	mayBeThere(customer: Customer): void {
		const { chance } = this.world;
		if (customer.channel !== 'whatsapp' || !chance.happens(0.1)) return;
		customer.agent = { holds: chance.happens(0.8) };
		this.world.count('customers with a business agent');
	}

	/** The customer wrote to it. It answers within half a minute, or nobody does: it listens to a few numbers only. */
	hears(customer: Customer, at: number): void {
		const { world } = this;
		if (world.chance.happens(0.3)) return;
		const when = at + world.chance.between(2_000, 30_000);
		world.clock.at(when, async () => {
			if (!customer.agent?.holds) return;
			this.writes(customer, when);
			if (world.chance.happens(0.15)) this.handsOver(customer, when);
		});
	}

	/** Some time after the customer fell silent it may get the thread back. */
	mayTake(customer: Customer, at: number): void {
		const { world, store } = this;
		if (!customer.agent || !world.chance.happens(0.3)) return;
		world.clock.at(at, async () => {
			if (!customer.agent || customer.agent.holds) return;
			customer.agent.holds = true;
			const handover = { action: 'take' as const, previousRole: ROLES.business, newRole: ROLES.agent };
			deliver(world, store, eventOf(customer, 'handover', at, { handover }), async (isNew) => {
				if (isNew) customer.story.ownerNews.push({ at, theirs: true });
			});
		});
	}

	private writes(customer: Customer, at: number): void {
		const event = eventOf(customer, 'standby', at, { echo: { by: 'application' } });
		event.message = { id: event.id, type: 'text', text: `I am the assistant (${event.id})` };
		deliver(this.world, this.store, event, async (isNew) => {
			if (!isNew) return;
			customer.story.answers.push({ at, byPerson: false });
			customer.story.ownerNews.push({ at, theirs: true });
		});
	}

	/** In the same moment or a little later; the business plans for the silence that goes on. */
	private handsOver(customer: Customer, after: number): void {
		const { world, store, business } = this;
		const at = after + world.chance.oneOf([0, 3_000, 90 * MINUTE] as const);
		world.clock.at(at, async () => {
			if (!customer.agent?.holds) return;
			customer.agent.holds = false;
			const told = world.chance.oneOf([
				{ previousRole: ROLES.agent, newRole: ROLES.business, context: 'Asks for a price' },
				// Some deliveries name the owner before alone.
				{ previousRole: 'meta_business_agent' },
			] as const);
			const event = eventOf(customer, 'handover', at, { handover: { action: 'pass', ...told } });
			deliver(world, store, event, async (isNew) => {
				if (isNew) {
					customer.story.ownerNews.push({ at, theirs: false });
					world.count('threads that an agent handed back');
				}
				await business.plan(customer);
			});
		});
	}
}
