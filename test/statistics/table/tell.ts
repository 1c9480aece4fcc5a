import { asNow, type Now } from '../../../lib/store/database/now.ts';
import type { Decision, DueFollowUp, ScheduledFollowUp, Store } from '../../../lib/index.ts';
import { parseChatbot, reason } from '../../../lib/index.ts';
import { newCustomer, newId, type Customer } from '../../support/customer.ts';
import { HOUR, MINUTE, after } from '../../support/time.ts';
import type { Story, Told } from './stories.ts';

export const TIME_ZONE = 'America/Bogota';
const FOLLOW_UPS = { shop: ['first', 'second'], other: ['other'] };
const UNLIMITED = { minimumGapMinutes: 0, maxPerCustomer: 0, maxUnanswered: 0, timeZone: TIME_ZONE };
const TEXT = { kind: 'text' as const, text: 'Shall we?' };
const STATES = { d: 'delivered', r: 'read', f: 'failed' } as const;

/** `day hour:minute` of November 2026 in Bogotá, which has the same offset all year. */
export function when(told: string): Now {
	const [day = '', time = ''] = told.split(' ');
	return asNow(new Date(`2026-11-${day.padStart(2, '0')}T${time}:00-05:00`));
}

const chatbotOf = ({ followUp }: Told) => (followUp === 'other' ? 'other' : 'shop');

/** Makes the two chatbots known before anything happens. */
export async function registerChatbots(store: Store): Promise<void> {
	for (const [id, names] of Object.entries(FOLLOW_UPS)) {
		const followUps = names.map((name) => ({
			...{ id: name, name, colour: 'blue', description: 'When nothing is heard' },
			...{ messageSource: 'fixed', message: TEXT.text },
		}));
		const chatbot = parseChatbot({ id, stopCondition: 'When it is bought', followUps, settings: UNLIMITED });
		await store.registerChatbot(chatbot, when('1 00:00'));
	}
}

/** Lets a story happen through the store's own doors, as the nodes would. Nothing is written past them. */
export async function tell(store: Store, story: Story): Promise<void> {
	const customer = newCustomer({ channel: story.channel ?? 'whatsapp' });
	const begins = after(-4 * HOUR, when((story.told[0] as Told).at));
	const asked = customer.writes('How much is it?', begins);
	await store.ingest([asked, customer.isAnswered('Ten', after(MINUTE, begins))], begins);
	const anchor = { id: asked.id, at: asked.at };
	const planned = story.told.map((one) => {
		const at = when(one.at).toISOString();
		return {
			...{ conversation: customer.key, chatbot: chatbotOf(one), followUpId: one.followUp, anchor },
			...{ name: one.followUp, requestedAt: at, allowedAt: at, dueAt: at, reasons: [] },
		};
	});
	await store.schedule(planned, after(MINUTE, begins));
	const happens: { at: Date; act: () => Promise<void> }[] = [
		...story.told.map((one) => ({
			at: when(one.at),
			act: async () => await happen(store, customer, one),
		})),
		...(story.wrote ?? []).map((at) => ({
			at: when(at),
			act: async () => void (await store.ingest([customer.writes('Yes', when(at))], when(at))),
		})),
		...(story.reacted
			? [{ at: when(story.reacted), act: async () => await react(store, customer, story) }]
			: []),
		...(story.converted
			? [{ at: when(story.converted), act: async () => await convert(store, customer, story) }]
			: []),
	];
	for (const { act } of happens.sort((a, b) => a.at.getTime() - b.at.getTime())) await act();
}

async function react(store: Store, customer: Customer, { reacted = '' }: Story): Promise<void> {
	const id = newId('reaction');
	const heart = customer.event('reaction', when(reacted), {
		id,
		message: { id, type: 'reaction', text: '❤' },
	});
	await store.ingest([heart], when(reacted));
}

async function convert(store: Store, customer: Customer, { converted = '' }: Story): Promise<void> {
	await store.markConverted({ key: customer.key }, {}, when(converted));
}

/** What becomes of one follow-up at the moment it is due. */
async function happen(store: Store, customer: Customer, told: Told): Promise<void> {
	if (told.end === 'pending' || told.end === 'cancelled_reply') return;
	const now = when(told.at);
	const claims = await store.claimDue({ chatbot: chatbotOf(told), now, limit: 10, leaseMs: HOUR });
	const due = claims.find((one) => one.followUpId === told.followUp && one.conversation === customer.key);
	if (!due) throw new Error(`${told.followUp} is not due at ${told.at}`);
	await store.recordDecision(decisionOf(due, told), due.lease.token, now);
	if (!['sent', 'refused', 'unknown'].includes(told.end)) return;
	const begun = await store.beginSend(due.id, due.lease.token, now);
	if (!begun.ok) throw new Error(`${told.followUp} may not go at ${told.at}: ${begun.reason.sentence}`);
	await send(store, customer, begun.followUp, told);
}

function decisionOf({ id, followUpId }: DueFollowUp, { end, model }: Told): Decision {
	const code =
		end === 'held' ? 'held_out' : end === 'not_triggered' || end === 'stopped' ? end : 'decided_send';
	const [calls, inputTokens, outputTokens] = model ?? [];
	const counted = inputTokens === undefined ? {} : { inputTokens, outputTokens };
	return {
		...{ scheduledId: id, followUpId, ...reason(code) },
		...(code === 'decided_send' ? { action: 'send', content: TEXT } : { action: 'skip' }),
		...(model ? { use: { model: 'a-model', promptVersion: '1', calls, ...counted } } : {}),
	} as Decision;
}

async function send(
	store: Store,
	customer: Customer,
	{ id, channel, account }: ScheduledFollowUp,
	{ at, end, reported = '', cost }: Told,
): Promise<void> {
	const now = when(at);
	if (end === 'refused') return void (await store.finishSend(id, { outcome: 'failed', message: 'No' }, now));
	if (end === 'unknown') return void (await store.finishSend(id, { outcome: 'unknown', message: '?' }, now));
	const messageId = newId('wamid');
	await store.finishSend(id, { outcome: 'accepted', messageId }, now);
	if (cost) {
		const { currency, low, high, rate } = cost;
		await store.noteCost(
			{
				...{ channel, account, messageId, scheduledId: id, currency },
				...(rate === undefined ? {} : { market: 'CO', rates: { marketing: rate } }),
				...(low === undefined || high === undefined ? {} : { estimate: { low, high } }),
			},
			now,
		);
	}
	for (const [place, letter] of [...reported].entries()) {
		const then = after((place + 1) * 1000, now);
		const event = customer.status(messageId, STATES[letter as keyof typeof STATES], then);
		const pricing = cost?.billed && {
			billable: cost.billed === 'regular',
			type: cost.billed,
			category: 'marketing',
		};
		if (event.status && pricing) event.status.pricing = pricing;
		await store.ingest([event], then);
	}
}
