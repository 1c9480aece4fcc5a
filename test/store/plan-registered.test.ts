import { DIFFERS, parseChatbot, type ChatbotSource, type PlanBy } from '../../lib/index.ts';
import { newCustomer, newId } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { MINUTE, START, after } from '../support/time.ts';

describe.each(databases)('planning by what is registered, on $name', (kind) => {
	const open = useStore(kind);

	const register = async (sources: ChatbotSource[] = []): Promise<string> => {
		const id = newId('chatbot');
		const followUp = { name: 'Only', delay: 4, description: 'When nothing was agreed', message: 'Shall we?' };
		const chatbot = parseChatbot({
			...{ id, stopCondition: 'When the customer confirms' },
			followUps: [{ ...followUp, delayUnit: 'hours' as const, messageSource: 'fixed' as const }],
		});
		await open.store.registerChatbot(chatbot, START);
		for (const [place, source] of sources.entries())
			await open.store.registerChatbot(chatbot, after(place * MINUTE), source);
		return id;
	};
	const planned = async (chatbot: string) => (await open.store.list({ chatbot })).length;
	const customerWrites = async (planBy: PlanBy) =>
		await open.store.ingest([newCustomer().writes('Hello', after(MINUTE))], after(MINUTE), { planBy });

	test('every chatbot plans, whoever registered it', async () => {
		const [byProgram, byNode] = [await register(), await register([{ id: newId('node'), version: 'one' }])];
		await customerWrites({});
		expect([await planned(byProgram), await planned(byNode)]).toEqual([1, 1]);
	});

	test('a node that plans differently for each message does so itself, for as long as it is so', async () => {
		const id = newId('node');
		const chatbot = await register([
			{ id, version: 'one' },
			{ id: `${id}:x`, version: DIFFERS },
		]);
		await customerWrites({});
		expect(await planned(chatbot)).toBe(0);
		const edited = await register([
			{ id: `${id}:y`, version: DIFFERS },
			{ id, version: 'two' },
		]);
		await customerWrites({});
		expect(await planned(edited)).toBe(1);
	});

	test('only chosen ones plan, if some are chosen', async () => {
		const [chosen, other] = [await register(), await register()];
		await customerWrites({ only: [chosen] });
		expect([await planned(chosen), await planned(other)]).toEqual([1, 0]);
		await customerWrites({ only: ['unknown'] });
		expect([await planned(chosen), await planned(other)]).toEqual([1, 0]);
	});
});
