import { useSandbox } from './world.ts';

const { world, api, state, customer, writes, sendPage } = useSandbox();
const event = (id: string, kind: string, more: object = {}) =>
	api('POST', `/customers/${id}/events`, { kind, wait: true, ...more });
const change = () => world.receiver.received.at(-1)?.body.entry[0].changes[0];
const item = () => world.receiver.received.at(-1)?.body.entry[0].messaging[0];

describe('on Instagram and Messenger', () => {
	test('a comment comes as a change, or with field and value in the entry itself', async () => {
		const ines = await customer({ channel: 'instagram', username: 'ines.roa' });
		const { id } = await event(ines.id, 'comment', { text: '¿Precio?' });
		expect(change()).toMatchObject({
			field: 'comments',
			value: { id, from: { id: ines.contactId, username: 'ines.roa' }, text: '¿Precio?' },
		});
		await event(ines.id, 'comment', { text: '¿Talla M?', form: 'entry' });
		expect(world.receiver.received.at(-1)?.body.entry).toEqual([
			{
				id: '300000000000001',
				time: expect.any(Number),
				field: 'comments',
				value: expect.objectContaining({ text: '¿Talla M?' }),
			},
		]);
		expect((await state()).conversations[0].window.open).toBe(false);
	});

	test('a comment and a message that share a delivery both arrive', async () => {
		await api('PUT', '/settings', { batchMs: 500 });
		const ines = await customer({ channel: 'instagram' });
		await event(ines.id, 'comment', { text: 'uno' });
		await event(ines.id, 'comment', { text: 'dos', form: 'entry' });
		await writes(ines, 'tres');
		const { body } = await world.receiver.next(() => true);
		expect(body.entry.map((entry: object) => Object.keys(entry).slice(2))).toEqual([
			['messaging'],
			['changes'],
			['field', 'value'],
		]);
	});

	test('a link with a message: the referral is beside it on Messenger and in it on Instagram', async () => {
		const bob = await customer({ channel: 'messenger' });
		await event(bob.id, 'referral', { text: 'hola', ref: 'otoño' });
		expect(item()).toMatchObject({ message: { text: 'hola' }, referral: { ref: 'otoño' } });
		const ines = await customer({ channel: 'instagram' });
		await event(ines.id, 'referral', { text: 'hola', ref: 'otoño' });
		expect(item()).toMatchObject({ message: { text: 'hola', referral: { ref: 'otoño' } } });
		expect((await sendPage(bob.contactId, { text: 'buenas' })).status).toBe(200);
	});

	test('a link alone has the field of its channel', async () => {
		await event((await customer({ channel: 'messenger' })).id, 'referral');
		await event((await customer({ channel: 'instagram' })).id, 'referral');
		expect((await state()).deliveries).toMatchObject([
			{ field: 'messaging_referrals' },
			{ field: 'messaging_referral' },
		]);
	});

	test('an edit with num_edit 0 is the message itself if its mid is new', async () => {
		const ines = await customer({ channel: 'instagram' });
		const { message } = await event(ines.id, 'message_edit', { text: 'hola' });
		expect(item().message_edit).toEqual({ mid: message.id, text: 'hola', num_edit: 0 });
		expect((await sendPage(ines.contactId, { text: 'buenas' }, {}, 'me')).status).toBe(200);
		await event(ines.id, 'message_edit', { text: 'hola!', edits: 1, messageId: message.id });
		expect(item().message_edit).toEqual({ mid: message.id, text: 'hola!', num_edit: 1 });
		expect((await state()).messages[0].text).toBe('hola!');
		await expect(event(ines.id, 'message_edit', { edits: -1 })).rejects.toThrow('whole number');
		await expect(event(ines.id, 'message_edit', { messageId: 'm_none' })).rejects.toThrow('no message');
	});
});

test('an event of another channel is refused with the channels it exists on', async () => {
	const ana = await customer({ phone: '+573001112233' });
	await expect(event(ana.id, 'comment')).rejects.toThrow('instagram only; the customer is on whatsapp');
	const bob = await customer({ channel: 'messenger' });
	await expect(event(bob.id, 'opt_out_button')).rejects.toThrow('whatsapp only');
	await expect(event(bob.id, 'constructor')).rejects.toThrow('is not known');
});
