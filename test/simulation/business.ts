import { decideConversation } from '../../lib/ai/decide.ts';
import type { DecisionModel } from '../../lib/ai/decision-model.ts';
import { forOneRun } from '../../lib/ai/for-one-run.ts';
import type { Chatbot, FollowUpDefinition } from '../../lib/follow-up/definition.ts';
import { planFollowUps } from '../../lib/follow-up/plan.ts';
import type { DueFollowUp, PlannedFollowUp, ScheduledFollowUp } from '../../lib/follow-up/types.ts';
import type { Store } from '../../lib/store/store.ts';
import {
	arePromotionsStopped,
	isLeftAlone,
	isMarketingStopped,
	type CustomerWish,
} from '../referee/customer-wishes.ts';
import { HOLIDAYS_OF_CHILE } from '../referee/holidays.ts';
import type { Wishes } from '../referee/referee.ts';
import { modelThatWaits } from '../../lib/media/model-that-waits.ts';
import type { FakeMeta } from './fake-meta.ts';
import { scriptedModel } from './scripted-model.ts';
import { businessChatbot, templatesOf } from './chatbot.ts';
import { hear, hearAnswer } from './voice.ts';
import { keyOf } from './webhooks.ts';
import { DAY, MINUTE, type Customer, type World } from './world.ts';

const LEASE_MS = 10 * MINUTE;
const HAND_OVER_PAUSE_MS = 7 * DAY;

/** The store's IDs are random, and so is the order of what is due at one moment; a seed must bring it back. */
function inPlace<T extends ScheduledFollowUp>(rows: T[]): T[] {
	const orderOf = ({ conversation, name }: T): string => `${conversation} ${name}`;
	return [...rows].sort((a, b) => orderOf(a).localeCompare(orderOf(b)));
}

/** In some words an end of promotions is understood as an end of everything, which is no harm. */
function mayBeLeftAlone(wished: readonly CustomerWish[]): boolean {
	return isLeftAlone(wished) || arePromotionsStopped(wished);
}

/** Why a customer is left alone, and what the referee must know of it. */
const WISHED: Record<string, (wishes: readonly CustomerWish[]) => boolean> = {
	opted_out: mayBeLeftAlone,
	marketing_opted_out: isMarketingStopped,
	promotions_stopped: arePromotionsStopped,
};

type Plan = Pick<PlannedFollowUp, 'chatbot' | 'followUpId' | 'anchor'>;

/** Which follow-up it is; in one conversation only one of them is live at a time. */
function placeOf({ chatbot, followUpId }: Plan): string {
	return `${chatbot} ${followUpId}`;
}

/** Which follow-up of a silence it is; a message has the same ID whatever ID its customer has by then. */
export function silenceOf({ chatbot, followUpId, anchor }: Plan): string {
	return `${chatbot} ${followUpId} ${anchor.id}`;
}

function byConversation(due: DueFollowUp[]): DueFollowUp[][] {
	return [...Map.groupBy(due, ({ conversation }) => conversation).values()];
}

/** The business: plans when a customer wrote, takes up what is due, asks the model, sends. Runs get lost on the way. */
export class Business {
	private readonly chatbots = new Map<boolean, Chatbot>();
	private readonly customers = new Map<string, Customer>();
	/** What was last told of the templates, by chatbot; told again it changes nothing. */
	private readonly heard = new Map<string, string>();
	/** IDs of what was stored. */
	readonly planned = new Set<string>();
	/** What may be stored later, by `silenceOf`. */
	readonly waiting = new Set<string>();

	constructor(
		private readonly world: World,
		private readonly store: Store,
	) {}

	async open(): Promise<void> {
		for (const dryRun of [false, true]) {
			this.chatbots.set(dryRun, await this.store.registerChatbot(businessChatbot(dryRun), this.world.now));
		}
	}

	async plan(customer: Customer): Promise<void> {
		const chatbot = this.chatbotFor(customer);
		await hearAnswer(this.world, this.store, keyOf(customer));
		const conversation = await this.store.conversation(keyOf(customer));
		if (!conversation) return;
		this.customers.set(conversation.key, customer);
		const { planned, ended } = planFollowUps({
			...{ chatbot, conversation, templates: templatesOf(this.world), now: this.world.now },
		});
		for (const { reason } of ended) this.world.count(`not planned: ${reason.code}`);
		for (const { reason } of ended) this.mustBeWished(customer, reason.code);
		// Planning and storing are two nodes, and a busy n8n may take its time between them.
		if (this.world.chance.happens(0.95)) return await this.schedule(planned);
		this.world.clock.at(
			this.world.clock.now + this.world.chance.between(MINUTE, 10 * MINUTE),
			async () => await this.schedule(planned),
		);
	}

	private async schedule(planned: PlannedFollowUp[]): Promise<void> {
		const { world, store } = this;
		if (world.isDown('store'))
			return world.clock.at(world.clock.now + MINUTE, async () => await this.schedule(planned));
		const { scheduled, existing } = await store.schedule(planned, world.now);
		for (const { id } of scheduled) this.planned.add(id);
		// Their place is taken by one that is being sent; the newest of them is stored when that one is over.
		const sending = new Set(existing.filter(({ state }) => state === 'sending').map(placeOf));
		const known = new Set(existing.map(silenceOf));
		const waiting = planned.filter((plan) => sending.has(placeOf(plan)) && !known.has(silenceOf(plan)));
		for (const plan of waiting) this.waiting.add(silenceOf(plan));
		if (waiting.length > 0) world.count('planned while another was being sent', waiting.length);
		world.count('planned', scheduled.length);
		const overtaken = scheduled.filter(({ state }) => state === 'ended').length;
		if (overtaken > 0) world.count('overtaken before they were stored', overtaken);
	}

	async tick(meta: FakeMeta): Promise<void> {
		if (this.world.isDown('store')) return;
		await this.store.recoverLeases(this.world.now);
		for (const chatbot of this.chatbots.values()) {
			const due = await this.store.claimDue({
				...{ chatbot: chatbot.id, limit: 500, leaseMs: LEASE_MS },
				now: this.world.now,
			});
			// As the node does: one model for a batch, which is not asked any more once its server is down.
			const model = forOneRun(scriptedModel(this.world));
			for (const group of byConversation(inPlace(due))) {
				const thinks = this.world.clock.now + this.world.chance.between(100, 30_000);
				// A run that dies leaves its claims to the next one.
				if (this.world.chance.happens(0.01)) this.world.count('runs that died before deciding');
				else this.world.clock.at(thinks, async () => await this.decide(group, model, meta));
			}
		}
	}

	private async decide(due: DueFollowUp[], model: DecisionModel, meta: FakeMeta): Promise<void> {
		const { world, store } = this;
		if (world.isDown('store')) return;
		const heard = await hear(world, store, due[0]?.conversation ?? '');
		const conversation = await store.conversation(due[0]?.conversation ?? '');
		const customer = conversation && this.customerOf(conversation.key, due[0]);
		if (!conversation || !customer) return;
		const chatbot = this.chatbotFor(customer);
		await this.tellOfTemplates(chatbot.id, this.chatbots.get(customer.rehearsal) as Chatbot);
		const transcript = await store.transcript(conversation.key, 20);
		const facts = {
			chatbot,
			conversation,
			transcript,
			due,
			model: heard.mayPass ? modelThatWaits(model, heard.faults) : model,
			templates: templatesOf(this.world),
			upcoming: inPlace(
				await store.list({ chatbot: chatbot.id, conversation: conversation.key, states: ['scheduled'] }),
			),
		};
		const { decisions, prefetched } = await decideConversation({ ...facts, now: world.now });
		await store.keepPrefetched(prefetched);
		for (const decision of decisions) {
			const one = due.find(({ id }) => id === decision.scheduledId) as DueFollowUp;
			world.count(`decided: ${decision.action} (${decision.code})`);
			this.mustBeWished(customer, decision.code);
			const ours = await store.recordDecision(decision, one.lease.token, world.now);
			if (ours && decision.optOut) this.isTakenForOptedOut(customer);
			if (ours && ['problem', 'wants_person'].includes(decision.stopKind ?? '')) this.isHandedOver(customer);
			if (!ours || decision.action !== 'send') continue;
			const sends = world.clock.now + world.chance.between(50, 60_000);
			if (world.chance.happens(0.01)) world.count('runs that died before sending');
			else world.clock.at(sends, async () => await this.send(customer, one, meta));
		}
	}

	/** As the node does in each run: what it hears of the templates is known to the last check of every message. */
	private async tellOfTemplates(id: string, chatbot: Chatbot): Promise<void> {
		const { world, store } = this;
		const templates = templatesOf(world);
		const status = templates.map((one) => one.status).join();
		if (this.heard.get(id) === status) return;
		this.heard.set(id, status);
		await store.registerChatbot(chatbot, world.now, { id: `node of ${id}`, version: '1', templates });
	}

	/** At the end whoever asked to be left alone is known for it, and nobody else. */
	async compareOptOuts(): Promise<void> {
		for (const customer of new Set(this.customers.values())) {
			// What nobody had a reason to listen to would be heard before the next follow-up.
			await hear(this.world, this.store, keyOf(customer));
			const conversation = await this.store.conversation(keyOf(customer));
			if (!conversation) continue;
			const { wished } = customer.story;
			const isKnown = conversation.optedOutAt !== undefined;
			if (isKnown && !mayBeLeftAlone(wished))
				this.world.violates('silenced', `${conversation.key} does not ask to be left alone`);
			if (!isKnown && isLeftAlone(wished))
				this.world.violates('unheard', `${conversation.key} asked to be left alone`);
		}
	}

	private async send(customer: Customer, due: DueFollowUp, meta: FakeMeta): Promise<void> {
		const { world, store } = this;
		if (world.isDown('store')) return;
		const begun = await store.beginSend(due.id, due.lease.token, world.now);
		if (!begun.ok) {
			this.mustBeWished(customer, begun.reason.code);
			return world.count(`stopped by the last check: ${begun.reason.code}`);
		}
		const result = meta.receive(customer, begun.followUp, this.wishesFor(customer, due.followUpId));
		if (world.chance.happens(0.005)) return world.count('runs that died after sending');
		const finish = async (): Promise<void> => {
			if (world.isDown('store')) world.count('answers of Meta that the store did not get');
			else await store.finishSend(due.id, result, world.now);
		};
		// Mostly at once; now and then Meta takes its time, and the customer may write in it.
		if (world.chance.happens(0.95)) await finish();
		else world.clock.at(world.clock.now + world.chance.between(1_000, 5 * MINUTE), finish);
	}

	/** Nobody is left alone who allows messages again, as far as the business had heard at that moment. */
	mustBeWished(customer: Customer, code: string, at = this.world.clock.now): void {
		const isWished = WISHED[code];
		// While the business does not know that two IDs are one customer, it knows a part of the wishes by each.
		const hasNewId = customer.contact.id !== `${customer.channel}.${customer.number}`;
		if (!isWished || hasNewId || isWished(customer.story.wished.filter(({ heard }) => heard <= at))) return;
		this.world.violates('left_alone_unasked', `${code}: ${customer.channel} customer ${customer.number}`);
	}

	/** The same for what ended when a wish came in. */
	mustHaveBeenWished(ended: ScheduledFollowUp): void {
		const customer = this.customers.get(ended.conversation);
		if (customer)
			this.mustBeWished(customer, ended.reason.code, Date.parse(ended.endedAt ?? ended.updatedAt));
	}

	/** A model may be wrong; the business keeps to it until somebody undoes it. It is dated by what it has read. */
	private isTakenForOptedOut({ story }: Customer): void {
		const at = Math.max(...story.actions.filter(({ speaks }) => speaks).map((action) => action.at));
		story.wished.push({ at, heard: this.world.clock.now, stop: true, of: 'everything', where: 'chat' });
	}

	/** A person goes on with the customer, and for a week nobody follows up. */
	private isHandedOver({ story }: Customer): void {
		const { now } = this.world.clock;
		const until = now + HAND_OVER_PAUSE_MS;
		this.world.count('handed over to a person');
		const isLonger = story.paused && (story.paused.until === undefined || story.paused.until >= until);
		if (!isLonger) story.paused = { from: now, until };
	}

	private customerOf(key: string, due: DueFollowUp | undefined): Customer | undefined {
		const known = this.customers.get(key) ?? this.customers.get(due?.conversation ?? '');
		// The conversation may go by a new ID since it was planned for.
		return known ?? [...this.customers.values()].find((one) => keyOf(one) === key);
	}

	private chatbotFor(customer: Customer): Chatbot {
		const chatbot = this.chatbots.get(customer.rehearsal) as Chatbot;
		const text = customer.contact.name ?? '';
		const personal = (one: FollowUpDefinition): FollowUpDefinition =>
			one.template ? { ...one, template: { ...one.template, parameters: [{ text }] } } : one;
		return { ...chatbot, followUps: chatbot.followUps.map(personal) };
	}

	private wishesFor(customer: Customer, followUpId: string): Wishes {
		const { settings, followUps, activatedAt } = this.chatbotFor(customer);
		const one = followUps.find(({ id }) => id === followUpId) as FollowUpDefinition;
		return {
			...settings,
			...{ platforms: one.platforms, active: one.active, night: settings.quietHours },
			holidays: HOLIDAYS_OF_CHILE,
			...{
				earlierBeforeNight: settings.quietConflict === 'earlier',
				activatedAt: Date.parse(activatedAt ?? ''),
			},
			...(one.anchor === 'anyone' ? { silenceMs: one.delayMs } : {}),
		};
	}
}
