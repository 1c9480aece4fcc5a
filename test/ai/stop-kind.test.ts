import { STOP_KINDS } from '../../lib/index.ts';
import { decideOne } from './support/decide-one.ts';
import { scripted } from './support/scripted-model.ts';
import { story } from './support/story.ts';

const stopped = async (kind: unknown) =>
	await decideOne(story(), scripted({ stop: { met: true, kind, reason: 'As the customer wrote' } }));

test.each([
	['goal_reached', 'stopped_goal'],
	['problem', 'stopped_problem'],
	['wants_person', 'stopped_person'],
	['not_interested', 'stopped_not_interested'],
	['left_alone', 'stopped_left_alone'],
	['other', 'stopped'],
])('a stop says that it is %s, with a reason of its own and the model’s sentence', async (kind, code) => {
	expect(await stopped(kind)).toMatchObject({
		...{ action: 'stop', stopKind: kind, code, sentence: 'As the customer wrote' },
	});
});

test('there is a reason for every kind', () => {
	expect(STOP_KINDS).toHaveLength(6);
});

test.each([undefined, null, '', 'finished', 7])(
	'a server that gives %p for the kind is understood, and not asked again',
	async (kind) => {
		const model = scripted({ stop: { met: true, kind, reason: 'Confirmó' } });
		expect(await decideOne(story(), model)).toMatchObject({
			action: 'stop',
			stopKind: 'other',
			code: 'stopped',
		});
		expect(model.asked).toHaveLength(1);
	},
);

test('where nothing stops the kind says nothing', async () => {
	const model = scripted({ stop: { met: false, kind: 'problem', reason: '' } });
	const decision = await decideOne(story(), model);
	expect(decision.action).toBe('send');
	expect(decision.stopKind).toBeUndefined();
});
