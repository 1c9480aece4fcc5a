import { join } from 'node:path';
import { execaSync } from 'execa';

const root = join(import.meta.dirname, '..', '..');

test('a simulation can drive the clock and the delays of the sandbox', () => {
	const script = `
		import { startSandbox } from './sandbox/index.ts';
		let time = Date.parse('2026-11-20T10:00:00Z');
		const waiting = [];
		const timers = { after: (ms, run) => { const entry = { at: time + ms, run }; waiting.push(entry); return () => waiting.splice(waiting.indexOf(entry), 1); } };
		const sandbox = await startSandbox({ clock: () => time, timers, settings: { statusDelayMs: 1000 } });
		const call = (path, body) => fetch(sandbox.url + path, { method: 'POST', headers: { authorization: 'Bearer sandbox-access-token' }, body: JSON.stringify(body) }).then((response) => response.json());
		await call('/api/customers', { name: 'Ana', phone: '+573001112233' });
		await call('/api/customers/c1/messages', { text: 'hola' });
		const send = (body) => call('/graph/v27.0/210000000000001/messages', { messaging_product: 'whatsapp', to: '+573001112233', type: 'text', text: { body } });
		time += 24 * 3600_000 - 1;
		await send('a tiempo');
		const states = sandbox.context.ledger.messagesOf('c1').at(-1).states;
		const before = Object.keys(states);
		time += 5_000;
		for (const { run } of [...waiting]) run();
		const late = await send('tarde');
		console.log(JSON.stringify({ before, after: Object.keys(states), sentAt: states.sent, late: late.error.code }));
		await sandbox.close();
	`;
	const { stdout } = execaSync(
		join(root, 'node_modules', '.bin', 'node'),
		['--input-type=module', '-e', script],
		{ cwd: root },
	);
	expect(JSON.parse(stdout)).toEqual({
		before: [],
		after: ['sent', 'delivered'],
		sentAt: '2026-11-21T10:00:04.999Z',
		late: 131047,
	});
});
