import fc from 'fast-check';
import { decideFollowUps } from '../../lib/ai/decide.ts';
import { planFollowUps } from '../../lib/follow-up/plan.ts';
import { preflight } from '../../lib/follow-up/preflight.ts';
import type { DueFollowUp } from '../../lib/follow-up/types.ts';
import type { CustomerWish } from '../referee/customer-wishes.ts';
import { faultsOf, type Fault, type Story } from '../referee/referee.ts';
import { definitionOf, dueNow, eager, wishesOf } from '../referee/decisions.ts';
import { conversationOf, messageOf, worlds } from '../referee/worlds.ts';

const RUNS = { numRuns: 10_000 };
/** What can still change between planning and sending, and is asked then. */
const LATER: Fault[] = [
	'business_silent',
	'dry_run',
	'template_incomplete',
	'silence_not_over',
	'account_paused',
	'by_a_wrong_clock',
];

test('no plan promises what the referee forbids or lies before now, and what is not planned has its reason', () => {
	let planned = 0;
	fc.assert(
		fc.property(worlds, (world) => {
			const plan = planFollowUps(world);
			const names = [...plan.planned, ...plan.ended].map(({ name }) => name).sort();
			expect(names).toEqual(world.chatbot.followUps.map(({ name }) => name).sort());
			for (const { reason } of plan.ended) {
				expect(reason.code).toMatch(/^[a-z_]+$/);
				expect(reason.sentence).toMatch(/^[A-Z].{10,}/);
			}
			for (const one of plan.planned) {
				planned++;
				const message = messageOf(world, definitionOf(world, one.followUpId), Date.parse(one.dueAt));
				const faults = faultsOf(world.story, wishesOf(world, one.followUpId), message);
				expect(faults.filter((fault) => !LATER.includes(fault))).toEqual([]);
				expect(Date.parse(one.dueAt)).toBeGreaterThanOrEqual(world.now.getTime());
				expect(Date.parse(one.allowedAt)).toBeGreaterThanOrEqual(world.now.getTime());
				const moved = one.dueAt !== one.requestedAt;
				if (moved) expect(one.reasons).not.toEqual([]);
			}
		}),
		RUNS,
	);
	// A planner that plans nothing would break no rule.
	expect(planned).toBeGreaterThan(2_000);
});

test('no decision to send is one the referee forbids, and waiting is always for later', async () => {
	let sent = 0;
	await fc.assert(
		fc.asyncProperty(worlds, async (world) => {
			const decisions = await decideFollowUps({ ...world, transcript: [], due: dueNow(world), model: eager });
			expect(decisions).toHaveLength(world.chatbot.followUps.length);
			const story = { ...world.story, sent: [...world.story.sent] };
			for (const decision of decisions) {
				expect(decision.code).toMatch(/^[a-z_]+$/);
				expect(decision.sentence).not.toBe('');
				if (decision.action === 'wait') {
					expect(Date.parse(decision.until ?? '')).toBeGreaterThan(world.now.getTime());
				}
				if (decision.action !== 'send') continue;
				sent++;
				const at = world.now.getTime();
				const message = {
					...messageOf(world, definitionOf(world, decision.followUpId), at),
					kind: decision.content?.kind ?? 'text',
				};
				expect(faultsOf(story, wishesOf(world, decision.followUpId), message)).toEqual([]);
				story.sent.push(at);
			}
		}),
		RUNS,
	);
	expect(sent).toBeGreaterThan(500);
});

const HOUR = 3_600_000;

/** Things that may happen between the decision and the request to Meta. */
const meanwhile = fc.record({
	passed: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 6 * HOUR })),
	wrote: fc.constantFrom(false, false, true),
	optedOut: fc.constantFrom(false, false, true),
	personAnswered: fc.constantFrom(false, false, true),
	otherWentOut: fc.constantFrom(false, false, true),
});

test('whatever happens after the decision, the last check lets nothing through that the referee forbids', async () => {
	let went = 0;
	await fc.assert(
		fc.asyncProperty(worlds, meanwhile, async (before, news) => {
			const decisions = await decideFollowUps({
				...before,
				transcript: [],
				due: dueNow(before),
				model: eager,
			});
			const now = before.now.getTime() + news.passed;
			const story: Story = {
				...before.story,
				wished: [...before.story.wished, ...(news.optedOut ? [leftAloneFrom(now)] : [])],
				answers: [...before.story.answers, ...(news.personAnswered ? [{ at: now, byPerson: true }] : [])],
				sent: [...before.story.sent, ...(news.otherWentOut ? [now] : [])],
				actions: [
					...before.story.actions,
					...(news.wrote ? [{ at: now, id: 'news', opens: true, speaks: true }] : []),
				],
			};
			const due = dueNow(before);
			const world = { ...before, story };
			for (const decision of decisions.filter(({ action }) => action === 'send')) {
				const { anchor } = due.find(({ id }) => id === decision.scheduledId) as DueFollowUp;
				const gate = preflight({
					...{ chatbot: world.chatbot, followUpId: decision.followUpId, anchor },
					...{ conversation: conversationOf(story), now: new Date(now) },
					...{ content: decision.content, contentWhenClosed: decision.contentWhenClosed },
				});
				if (gate.kind === 'wait') expect(gate.until.getTime()).toBeGreaterThan(now);
				if (gate.kind !== 'go') continue;
				went++;
				const message = {
					...messageOf(before, definitionOf(world, decision.followUpId), now),
					kind: gate.content.kind,
				};
				expect(faultsOf(story, wishesOf(world, decision.followUpId), message)).toEqual([]);
			}
		}),
		RUNS,
	);
	expect(went).toBeGreaterThan(200);
});

function leftAloneFrom(at: number): CustomerWish {
	return { at, heard: at, stop: true, of: 'everything', where: 'chat' };
}
