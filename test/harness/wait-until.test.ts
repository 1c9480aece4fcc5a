import { freePorts } from '../../harness/shared/ports.ts';
import { waitUntil } from '../../harness/shared/wait-until.ts';

test('what comes is given, also when it is nothing much', async () => {
	let asked = 0;
	const probe = () => (++asked < 3 ? undefined : 0);
	expect(await waitUntil({ what: 'a number', seconds: 60, everyMs: 1, probe })).toBe(0);
	expect(asked).toBe(3);
});

test('what does not come is told with what a person needs to see then', async () => {
	let details = 'nothing yet';
	const probe = () => void (details = 'its last lines');
	const waiting = waitUntil({ what: 'n8n', seconds: 0.02, everyMs: 1, probe, details: () => details });
	await expect(waiting).rejects.toThrow('Waited 0 s for n8n, in vain.\nits last lines');
});

test('a probe that fails ends the waiting at once', async () => {
	const probe = () => {
		throw new Error('n8n ended by itself');
	};
	await expect(waitUntil({ what: 'n8n', seconds: 600, probe })).rejects.toThrow('n8n ended by itself');
});

test('free ports are all different, also those of two calls at once', async () => {
	const ports = (await Promise.all([freePorts(10), freePorts(10)])).flat();
	expect(new Set(ports).size).toBe(20);
});
