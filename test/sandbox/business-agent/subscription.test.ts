import { app } from '../world.ts';
import { phone, useAgent } from './fixture.ts';

const { world, state, graph, customer, writes, fields, turn } = useAgent();

describe('an app that did not subscribe to these fields', () => {
	const subscribe = (fields: string | string[]) =>
		graph('POST', `/${app}/subscriptions`, {
			object: 'whatsapp_business_account',
			callback_url: world.receiver.url,
			verify_token: 'sandbox-verify-token',
			fields,
		});

	test('hears nothing of the thread; the ledger tells why', async () => {
		await subscribe('messages,smb_message_echoes');
		const ana = await customer({ phone });
		await writes(ana);
		await turn(ana.id, true, { silent: true });
		await writes(ana, 'STOP');
		expect(fields()).toEqual(['messages']);
		expect((await state()).deliveries).toMatchObject([
			{ field: 'messages', attempts: [{ status: 200 }] },
			{ field: 'messaging_handovers', notSubscribed: true, attempts: [] },
			{ field: 'standby', notSubscribed: true, attempts: [], done: true },
		]);
	});

	test('hears of it once it has, however the list is written', async () => {
		await subscribe('["standby", "messaging_handovers"]');
		const ana = await customer({ phone });
		await writes(ana);
		await turn(ana.id, true, { silent: true });
		await writes(ana);
		expect(fields()).toEqual(['messaging_handovers', 'standby']);
	});

	test('on Messenger and Instagram alike', async () => {
		await graph('POST', `/${app}/subscriptions`, {
			object: 'page',
			callback_url: world.receiver.url,
			verify_token: 'sandbox-verify-token',
			fields: ['message_reads'],
		});
		await writes(await customer({ channel: 'messenger' }));
		await writes(await customer({ channel: 'instagram' }));
		expect(world.receiver.received.map((webhook) => webhook.body.object)).toEqual(['instagram']);
	});
});
