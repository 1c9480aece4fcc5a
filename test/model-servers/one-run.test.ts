import {
	forOneRun,
	ModelAnswerError,
	ModelConfigurationError,
	ModelUnavailableError,
	type DecisionModel,
} from '../../lib/index.ts';
import { doubtful } from '../../lib/ai/http-fault.ts';
import { newServerMemory } from '../../lib/ai/server-memory.ts';

const MINUTE = 60_000;
const setting = new ModelConfigurationError('refused', 'look');
const refused = doubtful(setting, new ModelAnswerError('not_accepted', 'not this one'));
const down = new ModelUnavailableError('down');
const question = (user: string) => ({ system: 'frame', user, schema: {} });

/** Fails as told for the questions named so; the harmless one is called "harmless". */
function failing(faults: Record<string, Error>): DecisionModel & { asked: string[] } {
	const asked: string[] = [];
	return {
		...{ name: 'm', settings: 'server and model', asked },
		answer: async ({ user }) => {
			const name = user.startsWith('{') ? 'harmless' : user;
			asked.push(name);
			if (faults[name]) throw faults[name];
			return { text: '{}' };
		},
	};
}

const outcomes = async (model: DecisionModel, users: string[]) => {
	const all: unknown[] = [];
	for (const user of users)
		all.push(
			await model.answer(question(user)).then(
				() => 'answered',
				(error: unknown) => error,
			),
		);
	return all;
};

test('one harmless question tells for the whole run whether it is a setting', async () => {
	const model = failing({ a: refused, b: refused });
	expect(await outcomes(forOneRun(model, newServerMemory()), ['a', 'b', 'c'])).toEqual([
		...[refused.ofThisQuestion, refused.ofThisQuestion],
		'answered',
	]);
	expect(model.asked).toEqual(['a', 'harmless', 'b', 'c']);
});

test('what is refused in a harmless question too is a setting, in the words of that refusal', async () => {
	const ofProbe = doubtful(new ModelConfigurationError('refused as well', 'look'), refused.ofThisQuestion);
	const model = failing({ a: refused, harmless: ofProbe });
	expect(await outcomes(forOneRun(model, newServerMemory()), ['a'])).toEqual([ofProbe]);
});

test('while a harmless question cannot be answered, nothing is known and the conversation waits', async () => {
	const model = failing({ a: refused, harmless: down });
	expect(await outcomes(forOneRun(model, newServerMemory()), ['a'])).toEqual([down]);
});

test('that a model answered is remembered for ten minutes, for the same settings', async () => {
	let now = 0;
	const memory = newServerMemory(() => now);
	const model = failing({ a: refused });
	await outcomes(forOneRun(model, memory), ['c', 'a']);
	expect(model.asked).toEqual(['c', 'a']);
	now = 11 * MINUTE;
	await outcomes(forOneRun(model, memory), ['a']);
	expect(model.asked.slice(2)).toEqual(['a', 'harmless']);
	await outcomes(forOneRun({ ...model, settings: 'another key' }, memory), ['a']);
	expect(model.asked.slice(4)).toEqual(['a', 'harmless']);
});

test('two conversations about which the server is silent do not make it count as down', async () => {
	const model = failing({ a: down, b: down });
	expect(await outcomes(forOneRun(model, newServerMemory()), ['a', 'b', 'c'])).toEqual([
		down,
		down,
		'answered',
	]);
});

test('a server that is down is not asked any more', async () => {
	const model = failing({ a: down, b: down, harmless: down });
	expect(await outcomes(forOneRun(model, newServerMemory()), ['a', 'b', 'c'])).toEqual([down, down, down]);
	expect(model.asked).toEqual(['a', 'b', 'harmless']);
});
