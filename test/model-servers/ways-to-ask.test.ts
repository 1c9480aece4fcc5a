import { openAiModel } from '../../lib/index.ts';
import { BEHAVIOURS, startStandIn, type Behaviour, type StandIn } from '../../harness/model-servers/index.ts';
import { Remembered } from '../../lib/ai/remembered.ts';
import { newServerMemory } from '../../lib/ai/server-memory.ts';

const HOUR = 3_600_000;
const [noSchemas] = BEHAVIOURS.formats as [Behaviour];
const question = { system: 'frame', user: 'Hola', schema: {} };

let server: StandIn;
beforeAll(async () => {
	server = await startStandIn();
});
afterAll(async () => await server?.close());

test('what worked is remembered for the server and the model, also by the next run', async () => {
	const memory = newServerMemory();
	const ask = async (model: string) =>
		await openAiModel({ baseUrl: server.urlFor('a'), apiKey: '', model, memory }).answer(question);
	server.behave(noSchemas);
	await ask('one');
	await ask('one');
	await ask('another');
	expect(server.asked.map(({ format }) => format)).toEqual([
		...['json_schema', 'json_object', 'json_object'],
		...['json_schema', 'json_object'],
	]);
});

test('an upgraded server gets its chance after an hour', async () => {
	let now = 0;
	const memory = newServerMemory(() => now);
	const model = openAiModel({ baseUrl: server.urlFor('b'), apiKey: '', model: 'm', memory });
	server.behave(noSchemas);
	await model.answer(question);
	server.behave(undefined);
	await model.answer(question);
	now = HOUR + 1;
	await model.answer(question);
	expect(server.asked.map(({ format }) => format)).toEqual(['json_object', 'json_schema']);
});

test('no more is remembered than so many servers', () => {
	const known = new Remembered<number>({ most: 2, forMs: HOUR });
	for (const [place, name] of ['a', 'b', 'c'].entries()) known.set(name, place);
	expect(['a', 'b', 'c'].map((name) => known.get(name))).toEqual([undefined, 1, 2]);
});
