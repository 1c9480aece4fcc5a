import { CHANNELS } from '../../lib/messaging/channel.ts';
import { RefusedError } from '../../lib/store/manage/index.ts';
import type { Store } from '../../lib/store/store.ts';
import { agreement } from '../referee/customer-wishes.ts';
import { ACCOUNT, keyByPeople } from './webhooks.ts';
import { DAY, HOUR, MINUTE, type Customer, type World } from './world.ts';

/** The people of the business: they note a sale, pause a conversation for a while or for good, stop a whole account. */
export class People {
	constructor(
		private readonly world: World,
		private readonly store: Store,
	) {}

	/** What may happen some time after a customer wrote. */
	mayAct(customer: Customer): void {
		const { chance, clock } = this.world;
		if (chance.happens(0.04))
			clock.at(clock.now + chance.between(MINUTE, 6 * HOUR), () => this.sells(customer));
		if (chance.happens(0.04))
			clock.at(clock.now + chance.between(MINUTE, 6 * HOUR), () => this.pauses(customer));
	}

	/** Twice a week somebody stops all sending on a channel, for some hours. */
	stopAccounts(): void {
		const { chance, clock, start, options } = this.world;
		for (let count = 0; count < Math.ceil(options.days / 3); count++)
			clock.at(start + chance.between(0, options.days * DAY), () => this.stopsAccount());
	}

	/** The customer agreed on the phone; told whether it could be noted. */
	async noteAgreement(customer: Customer): Promise<boolean> {
		const { world } = this;
		if (world.isDown('store')) return false;
		const work = this.store.optIn({ key: keyByPeople(customer) }, 'Agreed on the phone', world.now);
		if (!(await this.isKnown(work))) return false;
		customer.story.wished.push(...agreement(world.clock.now));
		world.count('customers who agreed again');
		return true;
	}

	private async sells(customer: Customer): Promise<void> {
		if (this.world.isDown('store')) return;
		const sale = this.store.markConverted({ key: keyByPeople(customer) }, {}, this.world.now);
		if (!(await this.isKnown(sale))) return;
		customer.story.convertedAt = this.world.clock.now;
		this.world.count('customers who bought');
	}

	private async pauses(customer: Customer): Promise<void> {
		const { world } = this;
		if (world.isDown('store') || customer.story.paused) return;
		const from = world.clock.now;
		const until = world.chance.happens(0.7) ? from + world.chance.between(HOUR, 12 * HOUR) : undefined;
		const pause = until === undefined ? {} : { until: new Date(until) };
		if (!(await this.isKnown(this.store.pauseConversation({ key: keyByPeople(customer) }, pause, world.now))))
			return;
		customer.story.paused = { from, ...(until === undefined ? {} : { until }) };
		world.count('conversations paused');
	}

	private async stopsAccount(): Promise<void> {
		const { world } = this;
		if (world.isDown('store')) return;
		const channel = world.chance.oneOf(CHANNELS);
		const until = world.clock.now + world.chance.between(HOUR, 6 * HOUR);
		if (until <= (world.accountPausedUntil.get(channel) ?? 0)) return;
		const address = { channel, account: ACCOUNT };
		await this.store.pauseAccount(address, { until: new Date(until), reason: 'looked at' }, world.now);
		world.accountPausedUntil.set(channel, until);
		world.count('accounts paused');
	}

	/** False when the customer has an ID that the business has not heard of yet. */
	private async isKnown(work: Promise<unknown>): Promise<boolean> {
		try {
			await work;
			return true;
		} catch (error) {
			if (error instanceof RefusedError) return false;
			throw error;
		}
	}
}
