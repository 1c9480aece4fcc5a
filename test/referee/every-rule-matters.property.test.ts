import fc from 'fast-check';
import { decideFollowUps } from '../../lib/ai/decide.ts';
import { planFollowUps } from '../../lib/follow-up/plan.ts';
import { RULES } from '../../lib/follow-up/rules/index.ts';
import type { Rule } from '../../lib/follow-up/rules/rule.ts';
import { preflight } from '../../lib/follow-up/preflight.ts';
import { definitionOf, dueNow, eager, wishesOf } from './decisions.ts';
import { CAUGHT_AS, faultsOf, type Fault } from './referee.ts';
import { conversationOf, messageOf, worlds, type World } from './worlds.ts';

const sample = fc.sample(worlds, { numRuns: 4_000, seed: 4 });

afterEach(() => jest.restoreAllMocks());

/** Every fault of every message that goes out in the sample: decided on, then a customer who writes in between, then the last check. */
async function* faultsInTheSample(): AsyncGenerator<Fault> {
	for (const [index, world] of sample.entries()) {
		const decisions = await decideFollowUps({ ...world, transcript: [], due: dueNow(world), model: eager });
		const later = index % 5 === 0 ? withReply(world) : world;
		for (const decision of decisions.filter(({ action }) => action === 'send')) {
			const { anchor } = dueNow(world)[0] as { anchor: { id: string; at: string } };
			const gate = preflight({
				...{ chatbot: world.chatbot, followUpId: decision.followUpId, anchor, now: world.now },
				...{ conversation: conversationOf(later.story), content: decision.content },
			});
			if (gate.kind !== 'go') continue;
			const message = {
				...messageOf(world, definitionOf(world, decision.followUpId), world.now.getTime()),
				kind: gate.content.kind,
			};
			yield* faultsOf(later.story, wishesOf(world, decision.followUpId), message);
		}
	}
}

/** Looks no further once it has found it: most faults are among the first hundred worlds. */
async function isInTheSample(wanted: Fault): Promise<boolean> {
	for await (const fault of faultsInTheSample()) if (fault === wanted) return true;
	return false;
}

function withReply(world: World): World {
	const reply = { at: world.now.getTime(), id: 'reply', opens: true, speaks: true };
	return { ...world, story: { ...world.story, actions: [...world.story.actions, reply] } };
}

test('with all rules on, the referee finds no fault', async () => {
	const found: Fault[] = [];
	for await (const fault of faultsInTheSample()) found.push(fault);
	expect(found).toEqual([]);
});

test.each(Object.entries(CAUGHT_AS))('without the rule %s the referee finds %s', async (rule, fault) => {
	jest.spyOn(RULES as Record<string, Rule>, rule).mockReturnValue({ kind: 'allow' });
	expect(await isInTheSample(fault)).toBe(true);
});

test('there is a proof for every rule', () => {
	expect([...Object.keys(CAUGHT_AS), 'controlGroup'].sort()).toEqual(Object.keys(RULES).sort());
});

test('a share of 20 percent keeps about a fifth of the conversations without follow-ups, always the same ones', () => {
	const world = sample[0] as World;
	const chatbot = {
		...world.chatbot,
		settings: { ...world.chatbot.settings, holdOutPercent: 20, dryRun: false },
	};
	const heldOut = (percent: number) =>
		Array.from({ length: 5_000 }, (_, index) => index).filter((index) => {
			const verdict = RULES.controlGroup({
				...{ chatbot: { ...chatbot, settings: { ...chatbot.settings, holdOutPercent: percent } } },
				...{
					followUp: chatbot.followUps[0] as never,
					anchor: { id: '', at: '' },
					at: world.now,
					phase: 'send',
				},
				content: { kind: 'text', text: 'Hello' },
				conversation: { ...world.conversation, key: `whatsapp:1:${index}` },
			});
			return verdict.kind === 'end';
		});
	const fifth = heldOut(20);
	expect(fifth.length).toBeGreaterThan(850);
	expect(fifth.length).toBeLessThan(1_150);
	expect(heldOut(20)).toEqual(fifth);
	// Raising the share only adds conversations.
	const twoFifths = new Set(heldOut(40));
	expect(fifth.filter((index) => !twoFifths.has(index))).toEqual([]);
	expect(planFollowUps({ ...world, chatbot }).planned).toEqual(planFollowUps(world).planned);
});
