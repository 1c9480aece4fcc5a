import { parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import type { ChatbotSource } from '../../lib/index.ts';
import { newId } from '../support/customer.ts';
import { planFor, silence } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { MINUTE, START, after } from '../support/time.ts';

interface Written {
	name: string;
	id?: string;
	description?: string;
}

describe.each(databases)('follow-ups that bring no ID, on $name', (kind) => {
	const open = useStore(kind);
	const source = (chatbot: string, node = 'Evaluate'): ChatbotSource => ({
		id: `${chatbot}:${node}`,
		version: '1',
	});
	const write = async (
		chatbot: string,
		followUps: Written[],
		{ minutes = 0, by = source(chatbot) as ChatbotSource | undefined } = {},
	) => {
		const given = followUps.map((one) => ({ description: `When ${one.name} fits`, ...one }));
		const read = parseChatbot({ id: chatbot, stopCondition: 'When the customer confirms', followUps: given });
		return (await open.store.registerChatbot(read, after(minutes * MINUTE), by)).followUps;
	};
	const ids = (followUps: { id: string }[]) => followUps.map(({ id }) => id);
	const listed = async (chatbot: string) =>
		(await open.store.listFollowUps({ chatbot })).map(({ id, name }) => ({ id, name }));

	test('a corrected name keeps the ID, and with it what is scheduled', async () => {
		const chatbot = newId('chatbot');
		const first = { name: 'Remider', description: 'Asks and does not confirm' };
		const [known] = await write(chatbot, [first, { name: 'Last call' }]);
		const plan = planFor({ ...(await silence(open.store)), chatbot }, { followUpId: known?.id });
		const { scheduled } = await open.store.schedule([plan], START);

		const renamed = [{ ...first, name: 'Reminder' }, { name: 'Last call' }];
		expect(ids(await write(chatbot, renamed, { minutes: 1 }))).toEqual(['Remider', 'Last call']);
		expect(ids(await write(chatbot, renamed, { minutes: 2 }))).toEqual(['Remider', 'Last call']);
		expect(await listed(chatbot)).toEqual([
			{ id: 'Remider', name: 'Reminder' },
			{ id: 'Last call', name: 'Last call' },
		]);
		expect((await open.store.get(scheduled[0]?.id as string))?.state).toBe('scheduled');
	});

	test('another order changes nothing, and one that is added is new', async () => {
		const chatbot = newId('chatbot');
		await write(chatbot, [{ name: 'A' }, { name: 'B' }]);
		const order = [{ name: 'B' }, { name: 'C' }, { name: 'A' }];
		expect(ids(await write(chatbot, order, { minutes: 1 }))).toEqual(['B', 'C', 'A']);
	});

	test('something else in its place is a new one', async () => {
		const chatbot = newId('chatbot');
		await write(chatbot, [{ name: 'A' }, { name: 'B' }]);
		expect(ids(await write(chatbot, [{ name: 'A' }, { name: 'C' }], { minutes: 1 }))).toEqual(['A', 'C']);
		expect((await listed(chatbot)).map(({ name }) => name)).toEqual(['A', 'C']);
	});

	test('a new one that takes the first name of a renamed one has an ID of its own', async () => {
		const chatbot = newId('chatbot');
		const description = 'Asks and does not confirm';
		await write(chatbot, [{ name: 'A', description }]);
		await write(chatbot, [{ name: 'B', description }], { minutes: 1 });
		const both = [{ name: 'B', description }, { name: 'A' }];
		expect(ids(await write(chatbot, both, { minutes: 2 }))).toEqual(['A', 'A (2)']);
		expect(ids(await write(chatbot, both, { minutes: 3 }))).toEqual(['A', 'A (2)']);
	});

	test('an ID that was given is kept, whatever the name', async () => {
		const chatbot = newId('chatbot');
		await write(chatbot, [{ id: 'x', name: 'A' }, { name: 'B' }]);
		const renamed = [{ id: 'x', name: 'B' }, { name: 'A' }];
		expect(ids(await write(chatbot, renamed, { minutes: 1 }))).toEqual(['x', 'A']);
	});

	test('with two nodes that write one chatbot, another name is another follow-up', async () => {
		const chatbot = newId('chatbot');
		const description = 'Asks and does not confirm';
		await write(chatbot, [{ name: 'A', description }]);
		const by = source(chatbot, 'Second');
		expect(ids(await write(chatbot, [{ name: 'B', description }], { minutes: 1, by }))).toEqual(['B']);
	});
});
