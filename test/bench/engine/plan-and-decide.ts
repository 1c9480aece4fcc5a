import type { ConversationWithHistory } from '../../../lib/messaging/conversation.ts';
import type { DueFollowUp } from '../../../lib/follow-up/types.ts';
import type { Bench } from '../bench.ts';
import type { Engine } from '../built-engine.ts';
import type { Target } from '../figure.ts';
import { percentile } from '../statistics.ts';
import { timed } from '../timed.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const FOLLOW_UPS = [1, 4, 8, 12, 20];

/** Planning the five follow-ups of a chatbot for a conversation, and deciding by rules only about the one that came due. */
export async function measurePlanAndDecide(bench: Bench, engine: Engine): Promise<void> {
	const { parseChatbot, planFollowUps, decideFollowUps } = engine;
	const chatbot = parseChatbot({
		...{ id: 'bench', stopCondition: 'When the customer confirms' },
		settings: {
			timeZone: 'America/Bogota',
			quietHours: [{ days: ['monday', 'tuesday', 'wednesday'], from: '21:00', to: '08:00' }],
			...{ maxPerCustomer: 5, maxPerCustomerDays: 7 },
		},
		followUps: FOLLOW_UPS.map((delay) => ({
			...{ name: `After ${delay} hours`, delay, delayUnit: 'hours' as const },
			...{ description: 'When the customer is silent', messageSource: 'fixed' as const, message: 'Hello?' },
		})),
	});
	const wrote = Date.UTC(2026, 10, 20, 15);
	const once = async (round: number): Promise<void> => {
		const at = wrote + round * MINUTE_MS;
		const facts = conversation(round, at);
		const { planned } = planFollowUps({ chatbot, conversation: facts, now: new Date(at) });
		const [first] = planned;
		if (!first) throw new Error('Nothing was planned');
		const now = new Date(Math.max(Date.parse(first.dueAt), at + HOUR_MS));
		const due = { ...first, ...scheduled(now), facts, channel: 'whatsapp', account: '1', contact: 'c' };
		const decisions = await decideFollowUps({
			...{ chatbot, conversation: facts, transcript: [], now },
			due: [due as unknown as DueFollowUp],
		});
		if (decisions.length !== 1) throw new Error(`${decisions.length} decisions`);
	};
	const times = bench.scaled(3_000, 300);
	const note = 'one conversation: five follow-ups planned, one decided, quiet hours and a cap in force';
	const log = (name: string, took: number[], target?: Target) => {
		bench.keep(`${name}, ms`, took);
		for (const share of [0.5, 0.99])
			bench.figure({
				...{ name: `${name}, p${share * 100}`, value: percentile(took, share), unit: 'ms' },
				...{ runs: took.length, note, ...(share === 0.99 ? { target } : {}) },
			});
	};
	const { wall, cpu } = await timed(times, once, { warmUp: 200 });
	log('plan and decide without the model', wall, { atMost: 1, of: 'value' });
	// The kernel counts a thread's time too coarsely for a tenth of a millisecond; over all of them it is right.
	bench.figure({
		...{
			name: 'plan and decide without the model, processor time, mean',
			unit: 'ms',
			runs: cpu.length,
			note,
		},
		value: cpu.reduce((sum, one) => sum + one, 0) / cpu.length,
	});
}

function conversation(round: number, at: number): ConversationWithHistory {
	const iso = (ms: number) => new Date(ms).toISOString();
	return {
		...{ key: `whatsapp:1:c${round}`, channel: 'whatsapp', account: '1', contact: { id: `c${round}` } },
		...{
			lastInboundAt: iso(at),
			lastInboundId: `m${round}`,
			windowOpenedAt: iso(at),
			windowOpenedBy: 'message',
		},
		...{ lastOutboundAt: iso(at + MINUTE_MS), lastOutboundBy: 'application' },
		followUpsSentAt: [],
		...{
			lastFollowUpAnchorId: undefined,
			marketingHeldBackAt: undefined,
			accountPause: undefined,
			clockOff: undefined,
		},
	};
}

function scheduled(now: Date): object {
	const lease = { token: 't', until: new Date(now.getTime() + HOUR_MS).toISOString() };
	return { id: 'f', state: 'claimed', attempts: 1, lease, reason: { code: 'planned', sentence: '' } };
}
