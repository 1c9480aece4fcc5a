import {
	decideConversation,
	type DueFollowUp,
	type Prefetched,
	type PrefetchedDecision,
	type ScheduledFollowUp,
} from '../../lib/index.ts';
import { HOUR, after } from '../support/time.ts';
import { GOOD_TEXT, scripted, type ScriptedAnswer, type ScriptedModel } from './support/scripted-model.ts';
import { story, type Story, type StoryInput } from './support/story.ts';

const SECOND = 'Quedamos pendientes, ¿te ayudamos a agendar?';
const BOTH: ScriptedAnswer = { followUps: [{}, { message: SECOND, reason: 'Sigue sin confirmar' }] };
const FOLLOW_UPS = [{ delay: 4 }, { delay: 10 }];

interface Silence {
	input: Story;
	second: DueFollowUp;
	asked: ScriptedModel;
	prefetched: PrefetchedDecision[];
	/** The second follow-up when its time has come, with what was kept of it; asks the model no matter what it says. */
	later(changes?: Partial<Story>): Promise<{ calls: number; decision: object }>;
}

/** Two follow-ups of one silence, of which the first is due and the second six hours later. */
async function silence(answer: ScriptedAnswer | string = BOTH, more: StoryInput = {}): Promise<Silence> {
	const input = story({ followUps: FOLLOW_UPS, ...more });
	const [first, second] = input.due as [DueFollowUp, DueFollowUp];
	const dueAt = after(6 * HOUR, input.now).toISOString();
	const { lease: _lease, facts: _facts, ...row } = second;
	const upcoming: ScheduledFollowUp[] = [{ ...row, state: 'scheduled', dueAt }];
	const asked = scripted(answer);
	const { decisions, prefetched } = await decideConversation({
		...input,
		due: [first],
		upcoming,
		model: asked,
	});
	expect(decisions).toHaveLength(1);
	const own = prefetched.find(({ scheduledId }) => scheduledId === second.id)?.prefetched;
	const due = { ...second, dueAt, ...(own ? { prefetched: own } : {}) };
	return {
		...{ input, second: due, asked, prefetched },
		async later(changes = {}) {
			const model = scripted({ followUps: [{ name: 'Cita 2', message: GOOD_TEXT }] });
			const now = new Date(dueAt);
			const result = await decideConversation({ ...input, due: [due], now, ...changes, model });
			return { calls: model.asked.length, decision: result.decisions[0] ?? {} };
		},
	};
}

describe('one call for a whole silence', () => {
	test('the model hears when each is due, and decides about all of them', async () => {
		const { asked, second, prefetched } = await silence();
		const { followUps } = JSON.parse(asked.asked[0]?.user ?? '') as { followUps: { dueAt?: string }[] };
		expect(followUps.map(({ dueAt }) => dueAt && new Date(dueAt).toISOString())).toEqual([
			undefined,
			second.dueAt,
		]);
		expect(prefetched).toMatchObject([
			{ scheduledId: second.id, prefetched: { own: { trigger: true, message: SECOND } } },
		]);
	});

	test('what came due together and the rules put off is decided along', async () => {
		const waits = [{ delay: 4 }, { delay: 4, anchor: 'anyone' as const }];
		const input = story({ followUps: waits });
		const lastOutboundAt = after(-HOUR, input.now).toISOString();
		const conversation = { ...input.conversation, lastOutboundAt };
		const model = scripted(BOTH);
		const first = await decideConversation({ ...input, conversation, model });
		expect(first.decisions).toMatchObject([{ action: 'send' }, { action: 'wait', code: 'silence_not_over' }]);
		const prefetched = first.prefetched[0]?.prefetched;
		const dueAt = first.decisions[1]?.until ?? '';
		const due = [{ ...(input.due[1] as DueFollowUp), dueAt, ...(prefetched ? { prefetched } : {}) }];
		const now = new Date(dueAt);
		const second = await decideConversation({ ...input, conversation, due, now, model });
		expect(second.decisions).toMatchObject([{ action: 'send', content: { text: SECOND } }]);
		expect(model.asked).toHaveLength(1);
	});

	test('the later one goes as it was written, without another call', async () => {
		const { later } = await silence();
		expect(await later()).toMatchObject({
			calls: 0,
			decision: {
				...{ action: 'send', code: 'decided_send', sentence: 'Sigue sin confirmar', confidence: 0.9 },
				content: { kind: 'text', text: SECOND },
				use: { model: 'scripted-1', calls: 0 },
			},
		});
	});

	test('what was not to be sent ends without another call', async () => {
		const { later } = await silence({
			followUps: [{}, { trigger: false, reason: 'Solo preguntó el precio' }],
		});
		expect(await later()).toMatchObject({
			calls: 0,
			decision: { action: 'skip', code: 'not_triggered', sentence: 'Solo preguntó el precio' },
		});
	});

	test('the follow-up that went out in between is known beforehand and changes nothing', async () => {
		const { input, later } = await silence();
		const at = input.now.toISOString();
		const sent = {
			...{ id: 'own', at, type: 'text', text: GOOD_TEXT },
			from: 'business',
			by: 'follow_up',
		} as const;
		expect(await later({ transcript: [...input.transcript, sent] })).toMatchObject({ calls: 0 });
	});

	test('a time that the customer asked for holds for the later one too', async () => {
		const asked = after(20 * HOUR).toISOString();
		const { later } = await silence({ ...BOTH, notBefore: asked });
		expect(await later()).toMatchObject({
			calls: 0,
			decision: { action: 'wait', code: 'customer_asked_later', until: asked },
		});
	});
});

describe('it is asked again', () => {
	test('when the business wrote since', async () => {
		const { input, later } = await silence();
		const at = after(HOUR, input.now).toISOString();
		const written = {
			...{ id: 'news', at, type: 'text', text: 'Ya hay cupo' },
			from: 'business',
			by: 'person',
		} as const;
		expect(await later({ transcript: [...input.transcript, written] })).toMatchObject({
			calls: 1,
			decision: { content: { text: GOOD_TEXT } },
		});
	});

	test.each([
		['its description', { followUps: [{ delay: 4 }, { delay: 10, description: 'Otra cosa' }] }],
		['its instructions', { followUps: [{ delay: 4 }, { delay: 10, messageInstructions: 'De usted' }] }],
		['the voice', { followUps: FOLLOW_UPS, settings: { voice: 'Muy formal' } }],
	])('when %s was edited', async (_what, edited) => {
		const { later } = await silence();
		expect(await later({ chatbot: story(edited).chatbot })).toMatchObject({ calls: 1 });
	});

	test('when its text may not go; that costs the present one no second call', async () => {
		const { asked, prefetched, later } = await silence({
			followUps: [{}, { message: 'Entra a https://ofertas.example.com' }],
		});
		expect([asked.asked.length, prefetched.length]).toEqual([1, 0]);
		expect(await later()).toMatchObject({ calls: 1 });
	});

	test('when the model said nothing of it; that is no fault of its answer', async () => {
		const { asked, prefetched } = await silence({ followUps: [{}] });
		expect([asked.asked.length, prefetched.length]).toEqual([1, 0]);
	});

	test('when it has a text for the open window only and needs one', async () => {
		const { second, later } = await silence();
		const prefetched = second.prefetched as Prefetched;
		const bare = { ...second, prefetched: { ...prefetched, own: { ...prefetched.own, message: null } } };
		expect(await later({ due: [bare] })).toMatchObject({ calls: 1 });
	});
});

test('nothing is prefetched when the stop condition is met, nor of what chooses its own time', async () => {
	expect((await silence({ stop: { met: true, reason: 'Confirmó' }, followUps: [] })).prefetched).toEqual([]);
	const byAi = await silence(BOTH, { followUps: [{}, { timing: 'ai' }] });
	expect(byAi.asked.asked[0]?.user).not.toContain('Cita 2');
	const inactive = await silence(BOTH, { followUps: [{}, { active: false }] });
	expect(inactive.asked.asked[0]?.user).not.toContain('Cita 2');
});
