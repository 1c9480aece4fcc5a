import type { Store } from '../../lib/store/store.ts';
import type { People } from './people.ts';
import { deliver, eventOf } from './webhooks.ts';
import type { Wish } from './wishes.ts';
import { HOUR, MINUTE, type Customer, type World } from './world.ts';

/** How many of the wishes Meta tells hours late. */
export const OFTEN_LATE = 0.3;

/** What customers wish and how they change their mind; Meta tells it late, twice and in any order. */
export class WishesToldLate {
	constructor(
		private readonly world: World,
		private readonly store: Store,
		private readonly people: People,
	) {}

	/** The business has heard what was said in the conversation; by what was meant, whatever was understood of the words. */
	said({ story }: Customer, wish: Wish, at: number): void {
		const of = wish === 'stop' ? 'everything' : 'marketing';
		story.wished.push({ at, heard: this.world.clock.now, stop: true, of, where: 'chat' });
		this.world.count(wish === 'stop' ? 'customers who opted out' : 'customers who want no promotions');
	}

	/** Some call the business a little later and agree again, often before Meta has told of the stop; then they go on. */
	mayChange(customer: Customer, at: number, goOn: () => void): void {
		const { chance, clock } = this.world;
		if (!chance.happens(0.4)) return;
		clock.at(at + chance.between(MINUTE, 3 * HOUR), async () => {
			if (!(await this.people.noteAgreement(customer))) return;
			customer.gone = false;
			if (chance.happens(0.8)) goOn();
		});
	}

	/** In the settings of the app: stopped, and often resumed and stopped again within hours. */
	mayChoose(customer: Customer, at: number): void {
		const { chance } = this.world;
		if (!chance.happens(0.04)) return;
		let [when, stop] = [at, true];
		for (let changes = 0; changes < 4; changes++) {
			this.chooses(customer, when, stop);
			if (!chance.happens(0.6)) return;
			when += chance.between(MINUTE, 2 * HOUR);
			stop = !stop;
		}
	}

	/** One choice in those settings: to stop marketing, or to resume it. */
	chooses(customer: Customer, at: number, stop: boolean): void {
		const { world, store } = this;
		world.clock.at(at, async () => {
			const preference = {
				category: 'marketing_messages',
				value: stop ? ('stop' as const) : ('resume' as const),
			};
			const event = eventOf(customer, 'preference', at, { preference });
			const heard = async (isNew: boolean): Promise<void> => {
				if (!isNew) return;
				const { wished } = customer.story;
				if (wished.some((wish) => wish.at > at)) world.count('wishes told after a newer one');
				wished.push({ at, heard: world.clock.now, stop, of: 'marketing', where: 'meta' });
			};
			deliver(world, store, event, heard, OFTEN_LATE);
		});
	}
}
