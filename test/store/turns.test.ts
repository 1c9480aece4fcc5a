import type { MessagingEvent } from '../../lib/index.ts';
import { newCustomer } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { START } from '../support/time.ts';

describe.each(databases)('long work on $name', (kind) => {
	const open = useStore(kind);

	test('a delivery of 1,000 messages lets other work go on in between', async () => {
		const events: MessagingEvent[] = Array.from({ length: 1_000 }, () =>
			newCustomer().writes('Hello', START),
		);
		let [turns, isDone] = [0, false];
		const count = (): void => {
			turns++;
			if (!isDone) setImmediate(count);
		};
		setImmediate(count);
		await open.store.ingest(events, START);
		isDone = true;
		// In one go it would be one.
		expect(turns).toBeGreaterThan(4);
	});
});
