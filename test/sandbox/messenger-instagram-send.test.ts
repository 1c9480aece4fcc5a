import { hour, instagram, useSandbox, violations } from './world.ts';

const { world, api, state, customer, graph, writes, sendPage } = useSandbox();

describe.each([
	['messenger', 2018278],
	['instagram', 2534022],
])('sending on %s', (channel, subcode) => {
	const path = channel === 'instagram' ? instagram : '400000000000001';

	test('answers recipient and message id, and sends an echo with the app id', async () => {
		const bob = await customer({ channel });
		await writes(bob);
		const { body } = await sendPage(bob.contactId, { text: 'hola' }, {}, path);
		expect(body).toEqual({ recipient_id: bob.contactId, message_id: expect.any(String) });
		const echo = await world.receiver.next(
			(webhook) => webhook.body.entry[0].messaging?.[0].message?.is_echo,
		);
		expect(echo.body.entry[0].messaging[0]).toMatchObject({
			sender: { id: path },
			recipient: { id: bob.contactId },
			message: { mid: body.message_id, text: 'hola', app_id: 100000000000001 },
		});
	});

	test('refuses outside the window with its own subcode', async () => {
		const bob = await customer({ channel });
		await writes(bob, 'hola', Date.now() - 25 * hour);
		const { body } = await sendPage(bob.contactId, { text: 'tarde' }, {}, path);
		expect(body.error).toMatchObject({ code: 10, error_subcode: subcode });
		expect(await violations(state())).toEqual(['outside_window']);
	});

	test('refuses the dead tags with 100, and HUMAN_AGENT as a violation', async () => {
		const bob = await customer({ channel });
		await writes(bob);
		const dead = await sendPage(
			bob.contactId,
			{ text: 'x' },
			{ messaging_type: 'MESSAGE_TAG', tag: 'ACCOUNT_UPDATE' },
			path,
		);
		expect(dead.body.error.code).toBe(100);
		const agent = await sendPage(
			bob.contactId,
			{ text: 'x' },
			{ messaging_type: 'MESSAGE_TAG', tag: 'HUMAN_AGENT' },
			path,
		);
		expect(agent.status).toBe(400);
		expect(await violations(state())).toEqual(['dead_tag', 'human_agent']);
	});

	test('opens its window with a reaction and with a postback', async () => {
		for (const kind of ['reaction', 'postback', 'referral']) {
			const bob = await customer({ channel });
			await api('POST', `/customers/${bob.id}/events`, { kind, messageId: 'm_1' });
			expect((await sendPage(bob.contactId, { text: kind }, {}, path)).status).toBe(200);
		}
	});

	test('shows typing and marks seen', async () => {
		const bob = await customer({ channel });
		const answer = await graph('POST', `/${path}/messages`, {
			recipient: { id: bob.contactId },
			sender_action: 'typing_on',
		});
		expect(answer.body).toEqual({ recipient_id: bob.contactId });
	});
});

test('Messenger counts 2000 characters, Instagram 1000 bytes', async () => {
	const bob = await customer({ channel: 'messenger' });
	const ines = await customer({ channel: 'instagram' });
	await writes(bob);
	await writes(ines);
	expect((await sendPage(bob.contactId, { text: 'ñ'.repeat(2000) })).status).toBe(200);
	expect((await sendPage(bob.contactId, { text: 'n'.repeat(2001) })).body.error.code).toBe(100);
	expect((await sendPage(ines.contactId, { text: 'ñ'.repeat(500) }, {}, 'me')).status).toBe(200);
	expect((await sendPage(ines.contactId, { text: 'ñ'.repeat(501) }, {}, 'me')).body.error.code).toBe(100);
});

test('a page id reaches a linked Instagram customer; an id of nobody is refused', async () => {
	const ines = await customer({ channel: 'instagram' });
	await writes(ines);
	expect((await sendPage(ines.contactId, { text: 'hola' })).status).toBe(200);
	expect((await sendPage('123', { text: 'hola' })).body.error).toMatchObject({
		code: 100,
		error_subcode: 2018001,
	});
});

test('a Messenger utility template goes outside the window; Instagram has none', async () => {
	const bob = await customer({ channel: 'messenger' });
	const ines = await customer({ channel: 'instagram' });
	const template = {
		name: 'appointment_update',
		language: { code: 'en_US' },
		components: [{ type: 'body', parameters: [{ type: 'text', text: 'Bob' }] }],
	};
	expect((await sendPage(bob.contactId, { template }, { messaging_type: 'UTILITY' })).status).toBe(200);
	expect(
		(await sendPage(ines.contactId, { template }, { messaging_type: 'UTILITY' }, instagram)).body.error.code,
	).toBe(100);
});
