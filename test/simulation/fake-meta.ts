import type { Content, ScheduledFollowUp, SendResult } from '../../lib/follow-up/types.ts';
import type { Store } from '../../lib/store/store.ts';
import { faultsOf, isTheirs, type Wishes } from '../referee/referee.ts';
import { deliverTogether, eventOf } from './webhooks.ts';
import { DAY, MINUTE, type Customer, type World } from './world.ts';
import { namedBy } from './writings.ts';

/** Stands in for the Graph API, with its own ledger: judges every message that reaches it and reports what became of it. */
export class FakeMeta {
	private readonly seen = new Map<string, number>();
	private messages = 0;

	constructor(
		private readonly world: World,
		private readonly store: Store,
		private readonly reaction: (customer: Customer) => void,
	) {}

	receive(customer: Customer, followUp: ScheduledFollowUp, wishes: Wishes): SendResult {
		const { world } = this;
		const content = followUp.content as Content;
		if (world.isDown('graph') && world.chance.happens(0.5)) {
			world.count('sends refused for now');
			return { outcome: 'retry', at: new Date(world.clock.now + 2 * MINUTE), message: 'connection refused' };
		}
		const isTemplate = content.kind === 'template';
		// What was approved when it was decided may be taken back before it arrives; Meta refuses it then.
		if (isTemplate && world.isDown('template') && !world.isDown('template', world.clock.now - 2 * MINUTE)) {
			world.count('templates refused by Meta (132015)');
			return { outcome: 'failed', code: 132015, message: 'Template is paused' };
		}
		this.judge(customer, followUp, content, wishes);
		const { story } = customer;
		const marketing = content.kind === 'template' && content.template.category === 'marketing';
		if (marketing && world.chance.happens(0.2)) {
			story.marketingHeldBackAt = world.clock.now;
			world.count('marketing held back by Meta (131049)');
			return { outcome: 'failed', code: 131049, message: 'held back' };
		}
		world.count(content.kind === 'text' ? 'messages sent' : 'templates sent');
		if (isTheirs(story.ownerNews)) {
			(story.steppedInAt ??= []).push(world.clock.now);
			world.count(isTemplate ? 'templates into threads of another app' : 'threads taken over');
		}
		// Whoever sends a text takes the thread; a template takes nothing.
		if (!isTemplate) {
			story.ownerNews.push({ at: world.clock.now, theirs: false });
			if (customer.agent) customer.agent.holds = false;
		}
		story.sent.push(world.clock.now);
		const messageId = `wamid.${++this.messages}`;
		if (customer.channel === 'whatsapp') this.reportStatuses(customer, followUp, messageId);
		else this.echoes(customer, content, messageId);
		this.reaction(customer);
		// The message went out, and the answer is lost on the way.
		if (world.isDown('graph')) return { outcome: 'unknown', message: 'timed out' };
		const receiver = customer.writings && namedBy(customer, 'status', world.clock.now);
		return { outcome: 'accepted', messageId, ...(receiver ? { receiver } : {}) };
	}

	private judge(customer: Customer, followUp: ScheduledFollowUp, content: Content, wishes: Wishes): void {
		const { world } = this;
		const times = (this.seen.get(followUp.id) ?? 0) + 1;
		this.seen.set(followUp.id, times);
		const about = `${followUp.name} to ${customer.channel} customer ${customer.number}`;
		if (times > 1) world.violates('duplicate', about);
		const silence = `${followUp.name}|${followUp.anchor.id}`;
		if (customer.got.has(silence)) world.violates('duplicate_in_one_silence', about);
		customer.got.add(silence);
		const template = content.kind === 'template' ? content.template : undefined;
		const faults = faultsOf(this.storyOf(customer), wishes, {
			at: world.clock.now,
			kind: content.kind,
			anchor: { id: followUp.anchor.id, at: Date.parse(followUp.anchor.at) },
			template: {
				marketing: template?.category === 'marketing',
				approved: !world.isDown('template'),
				texts: template?.parameters.map(({ text }) => text) ?? [],
				ownTemplate: content.kind === 'template',
			},
		});
		for (const fault of faults) world.violates(fault, about);
	}

	private storyOf({ channel, story }: Customer): Customer['story'] {
		const accountPausedUntil = this.world.accountPausedUntil.get(channel);
		return { ...story, ...(accountPausedUntil === undefined ? {} : { accountPausedUntil }) };
	}

	private reportStatuses(customer: Customer, { id }: ScheduledFollowUp, messageId: string): void {
		const { chance, clock } = this.world;
		const states = ['sent', 'delivered', ...(chance.happens(0.6) ? (['read'] as const) : [])] as const;
		const events = states.map((state, index) => {
			const at = clock.now + (index + 1) * chance.between(500, MINUTE);
			return eventOf(customer, 'status', at, { status: { messageId, state, callbackData: id } });
		});
		// Meta puts several updates into one webhook when it pleases, in any order.
		const webhooks = chance.happens(0.5) ? [events.toReversed()] : events.map((event) => [event]);
		for (const one of webhooks) deliverTogether(this.world, this.store, one, async () => undefined);
	}

	/**
	 * Messenger and Instagram give nothing back of ours: they echo the text, Messenger tells what arrived by Meta's own ID, and
	 * both tell what was seen.
	 */
	private echoes(customer: Customer, content: Content, messageId: string): void {
		const { chance, clock } = this.world;
		const { now } = clock;
		const text = content.kind === 'text' ? content.text : '';
		const echo = { echo: { by: 'application' as const }, message: { id: messageId, type: 'text', text } };
		const arrives = now + chance.between(500, MINUTE);
		const seen = arrives + chance.between(500, MINUTE);
		const receipt = { state: 'read' as const, messageId };
		const events = [
			{ ...eventOf(customer, 'echo', now, echo), id: messageId },
			...(customer.channel === 'messenger'
				? [eventOf(customer, 'status', arrives, { status: { messageId, state: 'delivered' } })]
				: []),
			...(chance.happens(0.6) ? [eventOf(customer, 'read', seen, { receipt })] : []),
		];
		for (const event of events) deliverTogether(this.world, this.store, [event], async () => undefined);
	}
}

/** After this nothing that was planned can still be alive. */
export const LONGEST_LIFE = 12 * DAY;
