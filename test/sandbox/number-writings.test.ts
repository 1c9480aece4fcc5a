import { hasStatus, useSandbox } from './world.ts';

const { world, api, state, customer, writes, sendText } = useSandbox();
// eslint-disable-next-line @typescript-eslint/no-explicit-any
const value = (webhook: any) => webhook.body.entry[0].changes[0].value;

describe('a number with two writings', () => {
	test.each([
		['Mexico', '+525512345678', '5215512345678', '+525512345678'],
		['Mexico, written as Meta does', '+525512345678', '5215512345678', '+5215512345678'],
		['Argentina', '+541122334455', '5491122334455', '+541122334455'],
		['Brazil, an older area code', '+551187654321', '5511987654321', '+551187654321'],
		['Brazil, a newer one', '+5588988887777', '558888887777', '+5588988887777'],
	])('of %s: any is taken, and everything Meta says has its own', async (_what, phone, waId, to) => {
		const ana = await customer({ phone });
		expect(ana).toMatchObject({ phone, waId, contactId: waId });
		await writes(ana);
		expect(value(world.receiver.received[0])).toMatchObject({
			contacts: [{ wa_id: waId }],
			messages: [{ from: waId }],
		});

		const { status, body } = await sendText(to, 'hola');
		expect(status).toBe(200);
		expect(body.contacts).toEqual([{ input: to, wa_id: waId, user_id: ana.userId }]);
		const sent = await world.receiver.next(hasStatus(body.messages[0].id, 'sent'));
		expect(value(sent).statuses[0].recipient_id).toBe(waId);
		expect((await state()).messages.at(-1).customer).toBe(ana.id);
	});

	test('of a landline in Brazil or of any other country is only one', async () => {
		expect(await customer({ phone: '+551132345678' })).toMatchObject({ waId: '551132345678' });
		expect(await customer({ phone: '+573001112233' })).toMatchObject({ waId: '573001112233' });
		const { body } = await sendText('+5732345678', 'hola');
		expect(body.error.code).toBe(131047);
	});

	test('belongs to one customer only, in either writing', async () => {
		await customer({ phone: '+525512345678' });
		await expect(customer({ phone: '+5215512345678' })).rejects.toThrow('belongs to customer c1');
	});

	test('can be given as Meta has it, and hits that customer with a fault in the other one', async () => {
		const ana = await customer({ phone: '+5215512345678', waId: '525512345678' });
		expect(ana.contactId).toBe('525512345678');
		await writes(ana);
		await api('POST', '/faults', { target: 'send', count: 1, customer: ana.id, code: 131056 });
		expect((await sendText('+5215512345678', 'hola')).body.error.code).toBe(131056);
		await expect(customer({ phone: '+573001112234', waId: '+57 300' })).rejects.toThrow('must be digits');
	});

	test('follows the customer to a new number', async () => {
		const ana = await customer({ phone: '+573001112233' });
		await api('POST', `/customers/${ana.id}/events`, {
			kind: 'new_user_id',
			phone: '+525512345678',
			wait: true,
		});
		expect(value(world.receiver.received[0]).messages[0].system.wa_id).toBe('5215512345678');
	});
});

describe('a customer whose number the business may not see', () => {
	const hidden = { phone: '+573001112233', hidesPhone: true };

	test('is reached by it, and the status is the first to tell the user ID', async () => {
		const ana = await customer(hidden);
		await api('POST', `/customers/${ana.id}/events`, { kind: 'call' });
		world.receiver.received.length = 0;
		const { body } = await sendText(hidden.phone, 'hola');
		expect(body.contacts).toEqual([{ input: hidden.phone, wa_id: '573001112233' }]);
		const sent = await world.receiver.next(hasStatus(body.messages[0].id, 'sent'));
		expect(value(sent).statuses[0]).toMatchObject({
			recipient_id: '573001112233',
			recipient_user_id: ana.userId,
		});
	});

	test('writes with the user ID alone', async () => {
		const ana = await customer(hidden);
		await writes(ana);
		const { contacts, messages } = value(world.receiver.received[0]);
		expect(contacts[0]).not.toHaveProperty('wa_id');
		expect(messages[0]).not.toHaveProperty('from');
		expect(messages[0].from_user_id).toBe(ana.userId);
	});

	test('has the user ID where a number belongs, if so asked', async () => {
		const ana = await customer({ idInFrom: true });
		await writes(ana);
		const { contacts, messages } = value(world.receiver.received[0]);
		expect([contacts[0].wa_id, contacts[0].user_id, messages[0].from]).toEqual(Array(3).fill(ana.userId));
		await expect(customer({ channel: 'messenger', idInFrom: true })).rejects.toThrow(
			'Only a WhatsApp customer',
		);
	});
});

describe('a new user ID', () => {
	test('can come without any sender', async () => {
		const ana = await customer();
		await api('POST', `/customers/${ana.id}/events`, {
			kind: 'new_user_id',
			form: 'system_without_sender',
			wait: true,
		});
		const [message] = value(world.receiver.received[0]).messages;
		expect(Object.keys(message).toSorted()).toEqual(['id', 'system', 'timestamp', 'type']);
		expect(message.system.previous_user_id).toBe(ana.userId);
	});

	test('can come in the field that Meta withdrew', async () => {
		const ana = await customer();
		const { customer: changed } = await api('POST', `/customers/${ana.id}/events`, {
			kind: 'new_user_id',
			form: 'user_id_update',
			wait: true,
		});
		expect(world.receiver.received[0]?.body.entry[0].changes[0]).toMatchObject({
			field: 'user_id_update',
			value: { user_id_update: [{ user_id: { previous: ana.userId, current: changed.userId } }] },
		});
		await expect(
			api('POST', `/customers/${ana.id}/events`, { kind: 'new_user_id', form: 'letter' }),
		).rejects.toThrow('use one of system, system_without_sender, user_id_update');
	});
});
