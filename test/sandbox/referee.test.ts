import { hour, useSandbox, violations } from './world.ts';

const { api, state, customer, writes, sendText, sendPage } = useSandbox();
const phone = '+573001112233';

describe('the referee records', () => {
	test.each(['STOP', 'Baja', 'No me escriban más.', 'unsubscribe', 'Não quero mais mensagens'])(
		'a message after the customer wrote "%s"',
		async (text) => {
			await writes(await customer({ phone }), text);
			await sendText(phone, 'hola');
			expect(await violations(state())).toEqual(['after_stop']);
		},
	);

	test('nothing for a customer who only mentions such a word, or took it back', async () => {
		const ana = await customer({ phone });
		await writes(ana, 'Where is the bus stop near you?');
		await sendText(phone, 'uno');
		await writes(ana, 'stop');
		await writes(ana, 'start');
		await sendText(phone, 'dos');
		expect(await violations(state())).toEqual([]);
	});

	test('the same text twice within one silence, and not after the customer wrote', async () => {
		const ana = await customer({ phone });
		await writes(ana, 'hola', Date.now() - hour);
		await sendText(phone, '¿seguimos?');
		await sendText(phone, '¿seguimos?');
		expect(await violations(state())).toEqual(['repeated_text']);
		await new Promise((resolve) => setTimeout(resolve, 5));
		await writes(ana, 'sí?');
		await sendText(phone, '¿seguimos?');
		expect(await violations(state())).toEqual(['repeated_text']);
	});

	test('a key that was accepted before, but not one that was refused', async () => {
		await writes(await customer({ phone }));
		await api('POST', '/faults', { target: 'send', count: 1, code: 131056 });
		await sendText(phone, 'a', { biz_opaque_callback_data: 'k' });
		await sendText(phone, 'a', { biz_opaque_callback_data: 'k' });
		expect(await violations(state())).toEqual([]);
		await sendText(phone, 'b', { biz_opaque_callback_data: 'k' });
		expect(await violations(state())).toEqual(['repeated_callback_data']);
	});

	test('what the shop wants no more of, where its settings say so', async () => {
		await writes(await customer({ phone }));
		await sendText(phone, 'a');
		await sendText(phone, 'b');
		expect(await violations(state())).toEqual([]);
		await api('PUT', '/settings', { mostUnanswered: 2 });
		await sendText(phone, 'c');
		expect(await violations(state())).toEqual(['too_many_unanswered']);
		const today = new Date().toISOString().slice(0, 10);
		await api('PUT', '/settings', { mostUnanswered: null, holidays: [today], holidaysTimeZone: 'UTC' });
		await sendText(phone, 'd');
		expect(await violations(state())).toEqual(['too_many_unanswered', 'on_a_holiday']);
	});

	test('what, when and to whom', async () => {
		const bob = await customer({ channel: 'messenger' });
		await sendPage(bob.contactId, { text: 'hola' });
		expect((await state()).violations[0]).toEqual({
			at: expect.stringMatching(/^\d{4}-.*Z$/),
			kind: 'outside_window',
			details: expect.stringContaining('Ana'),
			customer: bob.id,
			body: expect.any(Object),
		});
	});
});
