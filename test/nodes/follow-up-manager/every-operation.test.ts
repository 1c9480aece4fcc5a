import { databases } from '../../support/stores.ts';
import { CASES } from './cases.ts';
import { errorOf, outputOf, scheduled, useManager } from './manager.ts';

describe.each(databases)('every operation of Follow-Up Manager on $name', (kind) => {
	const manager = useManager(kind);

	test.each(Object.entries(CASES))(
		'%s: a bad item among good ones comes out as an error, and the others are served',
		async (_name, make) => {
			const { parameters, expected, bad, problem, then } = make();
			const [first, last] = [await scheduled(manager.store), await scheduled(manager.store)];
			const items = [first.item, { json: bad }, last.item];
			const ran = await manager.run(parameters, items, 'continueRegularOutput');
			expect(errorOf(ran)).toBeUndefined();
			expect(outputOf(ran)).toMatchObject([
				{ json: expected, pairedItem: { item: 0 } },
				{ json: { error: expect.stringMatching(problem) as string }, pairedItem: { item: 1 } },
				{ json: expected, pairedItem: { item: 2 } },
			]);
			expect(outputOf(ran)).toHaveLength(3);
			for (const one of [first, last]) await then?.(one);
		},
	);

	test.each(Object.entries(CASES))('%s: a bad item stops the run and is named', async (_name, make) => {
		const { parameters, bad, problem } = make();
		const good = await scheduled(manager.store);
		const ran = await manager.run(parameters, [good.item, { json: bad }]);
		expect(ran.status).toBe('error');
		expect(errorOf(ran)).toMatchObject({
			message: expect.stringMatching(problem) as string,
			context: { itemIndex: 1 },
		});
		expect(
			String((errorOf(ran) as { description?: string }).description ?? errorOf(ran)?.message).length,
		).toBeGreaterThan(20);
	});
});
