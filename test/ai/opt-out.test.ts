import { buildPrompt, decideConversation, decideFollowUps } from '../../lib/index.ts';
import { decideOne } from './support/decide-one.ts';
import { GOOD_TEXT, scripted } from './support/scripted-model.ts';
import { story } from './support/story.ts';

const LEAVE_ALONE = { optOut: { met: true, reason: 'Pide que no se le contacte' } };

test('a model that understands that the customer wants to be left alone ends everything, as an opt-out', async () => {
	const model = scripted({ ...LEAVE_ALONE, followUps: [] });
	const decisions = await decideFollowUps({ ...story({ followUps: [{}, {}] }), model });
	expect(decisions).toMatchObject([
		{ action: 'stop', code: 'opted_out_by_model', sentence: 'Pide que no se le contacte', optOut: true },
		{ action: 'stop', code: 'opted_out_by_model', optOut: true },
	]);
	expect(model.asked).toHaveLength(1);
});

test('it stands above a met stop condition, and a stop condition alone is no opt-out', async () => {
	const stop = { met: true, reason: 'Ya compró' };
	expect(await decideOne(story(), scripted({ ...LEAVE_ALONE, stop }))).toMatchObject({ optOut: true });
	expect(await decideOne(story(), scripted({ stop }))).not.toHaveProperty('optOut');
});

test('a server that leaves the field out says that there is no such wish', async () => {
	const followUp = {
		name: 'Cita 1',
		trigger: true,
		reason: 'x',
		confidence: 1,
		sendAt: null,
		message: GOOD_TEXT,
	};
	const answer = JSON.stringify({ stop: { met: false, reason: '' }, notBefore: null, followUps: [followUp] });
	expect(await decideOne(story(), scripted(answer))).toMatchObject({ action: 'send' });
});

test('a reason that quotes the customer is not kept', async () => {
	const input = story();
	const said = 'la verdad es que ya no quiero saber nada de nadie';
	const transcript = [
		...input.transcript,
		{ id: 'm9', at: input.now.toISOString(), from: 'customer' as const, type: 'text', text: said },
	];
	const model = scripted({ optOut: { met: true, reason: `Dijo: ${said}` } });
	const decision = await decideOne({ ...input, transcript }, model);
	expect(decision.code).toBe('opted_out_by_model');
	expect(decision.sentence).not.toContain('saber nada');
});

test('nothing is kept for the later follow-ups of the silence', async () => {
	const input = story({ followUps: [{}, {}] });
	const [first, second] = input.due;
	if (!first || !second) throw new Error('The story has two follow-ups');
	const model = scripted({ ...LEAVE_ALONE, followUps: [] });
	const { prefetched } = await decideConversation({ ...input, due: [first], upcoming: [second], model });
	expect(prefetched).toEqual([]);
});

describe('whoever has agreed again', () => {
	const { conversation, transcript, now, ...rest } = story();
	const lastWrote = Date.parse(transcript.findLast(({ from }) => from === 'customer')?.at ?? '');
	const input = (optedInAt: number) => ({
		...{ ...rest, transcript, now },
		conversation: { ...conversation, optedInAt: new Date(optedInAt).toISOString() },
	});

	test('is not opted out for what they wrote before, and the model is told since when it counts', async () => {
		const model = scripted(LEAVE_ALONE);
		expect(await decideOne(input(lastWrote + 1), model)).toMatchObject({ action: 'send' });
		expect(JSON.parse(model.asked[0]?.user ?? '')).toHaveProperty('agreedAgainAt');
		expect(await decideOne(input(lastWrote - 1), scripted(LEAVE_ALONE))).toMatchObject({ optOut: true });
	});

	test('is the only one of whom the model is told it', () => {
		const candidates = [{ definition: story().chatbot.followUps[0] as never, writeMessage: true }];
		const { user } = buildPrompt({ ...story(), candidates });
		expect(JSON.parse(user)).not.toHaveProperty('agreedAgainAt');
	});
});
