import { openStore } from '../../lib/index.ts';
import { startIntakeProcess, untilReadyIs } from '../support/intake-process.ts';
import { startPostgres } from '../support/postgres.ts';
import { deliver, whatsAppMessage } from '../support/webhook-body.ts';
import { newId } from '../support/customer.ts';

const message = (from: string) => JSON.stringify(whatsAppMessage(from, 'Hello', new Date()));
const newNumber = () => `57300${newId('').slice(1).padStart(7, '0')}`;

test('without its server the intake asks Meta to deliver again, and goes on by itself when it is there', async () => {
	const server = await startPostgres();
	const connectionString = await server.newDatabase();
	await server.crash();
	const { url, child } = await startIntakeProcess({ kind: 'postgres', connectionString });
	const answers = async (from: string) => (await deliver(`${url}/webhook`, message(from))).status;
	const [before, between] = [newNumber(), newNumber()];
	expect((await fetch(`${url}/healthz`)).status).toBe(200);
	expect((await fetch(`${url}/readyz`)).status).toBe(503);
	expect(await answers(before)).toBe(503);
	// Strangers are told no more than before.
	expect((await deliver(`${url}/webhook`, message(before), { signature: 'none' })).status).toBe(401);

	await server.start();
	await untilReadyIs(url, 200);
	expect(await answers(before)).toBe(200);

	await server.crash();
	await untilReadyIs(url, 503);
	expect(await answers(between)).toBe(503);
	await server.start();
	await untilReadyIs(url, 200);
	expect(await answers(between)).toBe(200);

	const store = await openStore({ kind: 'postgres', connectionString });
	for (const from of [before, between])
		expect(await store.transcript(`whatsapp:210000000000001:${from}`, 5)).toHaveLength(1);
	await store.close();
	await child.stop();
	expect(child.exitCode).toBe(0);
	await server.stop();
}, 120_000);
