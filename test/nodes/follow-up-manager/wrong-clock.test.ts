import { releaseClock, setClock } from '../../support/clock.ts';
import { databases } from '../../support/stores.ts';
import { after, HOUR, MINUTE } from '../../support/time.ts';
import { errorOf, jsonOf, scheduled, useManager } from './manager.ts';

describe.each(databases)('Follow-Up Manager in an n8n with a wrong clock, on $name', (kind) => {
	const open = useManager(kind);
	afterEach(releaseClock);

	test.each([10 * MINUTE, -10 * MINUTE])('off by %d ms', async (off) => {
		const { customer, item } = await scheduled(open.store);
		const right = new Date();
		setClock(after(off, right));
		// The server's clock decides, and it is right; without a server there is only the one of n8n.
		const now = kind.name === 'SQLite' ? after(off, right) : right;

		const pause = { howLong: 'for', duration: 2, unit: 'hours' };
		const paused = await open.run({ resource: 'conversation', operation: 'pause', ...pause }, [item]);
		expect(errorOf(paused)).toBeUndefined();
		const { pausedUntil } = (await open.store.conversation(customer.key)) ?? {};
		expect(Math.abs(Date.parse(pausedUntil ?? '') - now.getTime() - 2 * HOUR)).toBeLessThan(MINUTE);

		const dueAt = after(7 * HOUR, right).toISOString();
		await open.run({ resource: 'conversation', operation: 'resume' }, [item]);
		const moved = await open.run({ resource: 'scheduledFollowUp', operation: 'reschedule', dueAt }, [item]);
		expect(errorOf(moved)).toBeUndefined();
		expect(jsonOf(moved)).toMatchObject([{ followUp: { dueAt } }]);
	});
});
