import type { Now } from '../../lib/store/database/now.ts';
import type {
	ChatbotSource,
	Claim,
	Content,
	Decision,
	DueFollowUp,
	PlannedFollowUp,
	ScheduledFollowUp,
	Store,
} from '../../lib/index.ts';
import { parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import { reason } from '../../lib/follow-up/reasons/index.ts';
import { newCustomer, newId, type Customer } from './customer.ts';
import { HOUR, MINUTE, START, after } from './time.ts';

/** When the follow-ups of these stories are due. */
export const DUE = after(4 * HOUR);
export const LEASE_MS = 10 * MINUTE;
export const TEXT: Content = { kind: 'text', text: 'Shall we go ahead with your appointment?' };
export const TEMPLATE = {
	kind: 'template',
	template: { name: 'appointment_reminder', language: 'en_US', parameters: [{ text: 'Ana' }] },
} satisfies Content;

export interface Story {
	customer: Customer;
	chatbot: string;
	/** The customer message after which the silence began. */
	anchor: { id: string; at: string };
}

/** A customer wrote, the business answered, silence. */
export async function silence(store: Store, customer = newCustomer(), at = START): Promise<Story> {
	const asked = customer.writes('I would like an appointment', at);
	await store.ingest([asked, customer.isAnswered('Which day suits you?', after(MINUTE, at))], at);
	return { customer, chatbot: newId('chatbot'), anchor: { id: asked.id, at: asked.at } };
}

export function planFor(story: Story, more: Partial<PlannedFollowUp> = {}): PlannedFollowUp {
	const dueAt = DUE.toISOString();
	return {
		...{ conversation: story.customer.key, chatbot: story.chatbot, anchor: story.anchor },
		...{ followUpId: 'reminder', name: 'Reminder', colour: 'blue' },
		...{ requestedAt: dueAt, allowedAt: dueAt, dueAt, reasons: [] },
		...more,
	};
}

export type LivePhase = 'scheduled' | 'claimed' | 'decided' | 'sending';

export interface Prepared extends Story {
	id: string;
	leaseToken: string;
	/** The follow-up as it stands in the store now. */
	now(): Promise<ScheduledFollowUp>;
}

/** A follow-up brought to a stage of its life, claimed at the moment it is due. */
export async function followUpAt(
	store: Store,
	phase: LivePhase,
	{ content = TEXT, customer }: { content?: Content; customer?: Customer } = {},
): Promise<Prepared> {
	const story = await silence(store, customer);
	await register(store, story.chatbot, content);
	const { scheduled } = await store.schedule([planFor(story)], START);
	const { id } = scheduled[0] as ScheduledFollowUp;
	const now = async () => (await store.get(id)) as ScheduledFollowUp;
	const prepared = { ...story, id, leaseToken: '', now };
	if (phase === 'scheduled') return prepared;
	prepared.leaseToken = (await claim(store, story.chatbot, DUE))[0]?.lease.token ?? '';
	if (phase === 'claimed') return prepared;
	await store.recordDecision(toSend(id, content), prepared.leaseToken, DUE);
	if (phase === 'sending') await store.beginSend(id, prepared.leaseToken, DUE);
	return prepared;
}

const UNLIMITED = { minimumGapMinutes: 0, maxPerCustomer: 0, maxUnanswered: 0 };

/** Makes the chatbot known, with two follow-ups that send such content and no limit on how many a customer gets. */
export async function register(
	store: Store,
	id: string,
	content: Content = TEXT,
	{ now = START, source }: { now?: Now; source?: ChatbotSource } = {},
): Promise<void> {
	const followUp = {
		description: 'When an appointment is not confirmed',
		...(content.kind === 'text' ? { messageSource: 'fixed' as const, message: content.text } : {}),
		...(content.kind === 'template'
			? { templateName: content.template.name, templateLanguage: content.template.language }
			: {}),
	};
	await store.registerChatbot(
		parseChatbot({
			...{ id, stopCondition: 'When the customer confirms', settings: UNLIMITED },
			followUps: ['reminder', 'second'].map((one) => ({ ...followUp, id: one, name: one })),
		}),
		now,
		source,
	);
}

/** Takes up what is due, by a run that begins at once. */
export async function claim(store: Store, chatbot: string, now: Now, limit = 50): Promise<DueFollowUp[]> {
	const due = await handOut(store, chatbot, now, limit);
	const begun = new Set(await store.takeUp(due.map(claimOf), now));
	return due.map((one) => (begun.has(one.id) ? { ...one, attempts: one.attempts + 1 } : one));
}

/** Hands what is due to a run that waits for its place. */
export async function handOut(
	store: Store,
	chatbot: string,
	now: Now,
	limit = 50,
	leaseMs = LEASE_MS,
): Promise<DueFollowUp[]> {
	return await store.claimDue({ chatbot, now, limit, leaseMs });
}

export function claimOf({ id, lease }: DueFollowUp): Claim {
	return { id, leaseToken: lease.token };
}

export function toSend(scheduledId: string, content: Content = TEXT): Decision {
	return {
		action: 'send',
		...reason('decided_send', 'It fits'),
		followUpId: 'reminder',
		scheduledId,
		content,
	};
}
