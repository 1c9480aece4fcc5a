import { newCustomer, newId } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { START, after } from '../support/time.ts';

/** Longer than any answer to Meta takes. */
const LATER = 60_000;

describe.each(databases)('a delivery that n8n did not live to answer, on $name', (kind) => {
	const open = useStore(kind);

	const scenario = () => {
		const message = newCustomer().writes('Hello', START);
		const listener = { id: newId('trigger'), wants: () => true };
		return {
			message,
			listener,
			deliver: async (ms: number) => await open.store.ingest([message], after(ms), { listener }),
		};
	};

	test('starts its run with the repetition, and is stored once', async () => {
		const { message, listener, deliver } = scenario();
		expect((await deliver(0)).events).toHaveLength(1);
		const repeated = await deliver(LATER);
		expect(repeated).toMatchObject({ events: [{ event: { id: message.id } }], duplicates: 1 });

		await open.store.markAnswered([message], listener.id, after(LATER));
		expect(await deliver(3 * LATER)).toMatchObject({ events: [], unanswered: [], duplicates: 1 });
	});

	test('while the answer may still be on its way, starts nothing, and is told apart from a taken one', async () => {
		const { message, listener, deliver } = scenario();
		await deliver(0);
		expect(await deliver(1_000)).toMatchObject({ events: [], unanswered: [{ id: message.id }] });
		await open.store.markAnswered([message], listener.id, after(1_500));
		expect(await deliver(2_000)).toMatchObject({ events: [], unanswered: [] });
	});

	test('what another trigger has answered is still new to this one', async () => {
		const { message, listener, deliver } = scenario();
		await deliver(0);
		await open.store.markAnswered([message], listener.id, START);
		const other = { id: newId('trigger'), wants: () => true };
		expect((await open.store.ingest([message], after(LATER), { listener: other })).events).toHaveLength(1);
	});
});
