import fc from 'fast-check';
import { parseChatbot } from '../../../lib/index.ts';
import { newCustomer, newId } from '../../support/customer.ts';
import { inTables } from '../../support/raw-store.ts';
import { databases, useStore } from '../../support/stores.ts';
import { MINUTE, START, after } from '../../support/time.ts';
import { CHATBOT } from './every-field.ts';

const RUNS = 60;
/** A file is opened for each run, and a server may be busy with other tests. */
const LIMIT_MS = 120_000;

type Fields = Record<string, unknown>;

/** An object without some of its fields. */
const withoutSome = (whole: object) =>
	fc.subarray(Object.keys(whole)).map((dropped) => {
		const kept = Object.entries(whole).filter(([key]) => !dropped.includes(key));
		return { dropped, kept: Object.fromEntries(kept) as Fields };
	});

/** The same for a follow-up and the template in it. */
const definitions = fc
	.constantFrom(...CHATBOT.followUps)
	.chain((whole) => fc.record({ outside: withoutSome(whole), inside: withoutSome(whole.template ?? {}) }));

/** Its name and its language are what Meta knows a template by. */
const isTemplate = ({ name, language }: Fields): boolean => name !== undefined && language !== undefined;

/** Without it nobody knows what the follow-up is for, or what it says. */
const isNeeded = (field: string, { messageSource }: Fields): boolean =>
	field === 'description' || (field === 'message' && messageSource === 'fixed');

const [defaults] = parseChatbot({
	...{ id: 'c', stopCondition: 'Done', followUps: [{ name: 'Least', description: 'What for' }] },
}).followUps as unknown as [Fields];
/** Each of these says what the others say, or comes from the row. */
const ELSEWHERE = ['id', 'name', 'delay', 'delayUnit', 'delayMs', 'description'];

describe.each(databases)('stored without some of its fields, on $name', (kind) => {
	const open = useStore(kind);

	test(
		'a follow-up is read with the defaults of what is missing, or left out; the delivery is taken in any case',
		async () => {
			const settings = withoutSome(CHATBOT.settings);
			await fc.assert(
				fc.asyncProperty(definitions, settings, async ({ outside, inside }, { kept: keptSettings }) => {
					const { kept, dropped } = outside;
					if (kept.template) kept.template = inside.kept;
					const [id, source] = [newId('chatbot'), { id: newId('source'), version: 'one' }];
					const [followUp] = CHATBOT.followUps.filter(({ name }) => name === 'Least');
					const whole = { ...CHATBOT, id, followUps: [followUp as (typeof CHATBOT.followUps)[0]] };
					await open.store.registerChatbot(whole, START, source);
					await inTables(open.database.options, async (db) => {
						const definition_json = JSON.stringify(kept);
						await db
							.updateTable('follow_up_definitions')
							.set({ definition_json })
							.where('chatbot', '=', id)
							.execute();
						const settings_json = JSON.stringify(keptSettings);
						await db.updateTable('chatbots').set({ settings_json }).where('id', '=', id).execute();
					});
					const now = after(MINUTE);
					const taken = await open.store.ingest([newCustomer().writes('Hello', now)], now, {
						planBy: [source],
					});
					expect(taken.events).toHaveLength(1);
					const read = await open.store.chatbot(id);
					const lacks =
						dropped.some((field) => isNeeded(field, kept)) ||
						(kept.template !== undefined && !isTemplate(inside.kept));
					expect(taken.unreadable).toHaveLength(lacks ? 1 : 0);
					expect(read?.followUps).toHaveLength(lacks ? 0 : 1);
					if (lacks) return;
					const told = Object.entries(kept).filter(([field]) => !ELSEWHERE.includes(field));
					expect(read?.followUps[0]).toMatchObject({
						...Object.fromEntries(told),
						id: 'Least',
						name: 'Least',
					});
					for (const field of dropped.filter((one) => !ELSEWHERE.includes(one)))
						expect([field, (read?.followUps[0] as Fields)[field]]).toEqual([field, defaults[field]]);
				}),
				{ numRuns: RUNS },
			);
		},
		LIMIT_MS,
	);

	test(
		'the delay is told by either of its two writings',
		async () => {
			const [whole] = CHATBOT.followUps as [(typeof CHATBOT.followUps)[0]];
			const { delay: _delay, delayUnit: _unit, ...inMs } = whole;
			const { delayMs: _ms, ...asWritten } = whole;
			for (const kept of [inMs, asWritten]) {
				const id = newId('chatbot');
				await open.store.registerChatbot({ ...CHATBOT, id, followUps: [whole] }, START);
				await inTables(open.database.options, async (db) => {
					const definition_json = JSON.stringify(kept);
					await db
						.updateTable('follow_up_definitions')
						.set({ definition_json })
						.where('chatbot', '=', id)
						.execute();
				});
				const { delay, delayUnit, delayMs } = whole;
				expect((await open.store.chatbot(id))?.followUps).toMatchObject([{ delay, delayUnit, delayMs }]);
			}
		},
		LIMIT_MS,
	);
});
