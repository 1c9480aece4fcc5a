import type { MessagingEvent } from '../../lib/index.ts';
import { newCustomer, newId } from '../support/customer.ts';
import { databases, useStore } from '../support/stores.ts';
import { MINUTE, START, after } from '../support/time.ts';

describe.each(databases)('what is told out of order, on $name', (kind) => {
	const open = useStore(kind);
	const ingest = async (...events: MessagingEvent[]) => await open.store.ingest(events, after(10 * MINUTE));

	const correction = (
		customer: ReturnType<typeof newCustomer>,
		messageId: string,
		text?: string,
	): MessagingEvent =>
		customer.event('other', after(2 * MINUTE), {
			correction: text === undefined ? { action: 'delete', messageId } : { action: 'edit', messageId, text },
		});

	test.each([['in one delivery'], ['in two']])(
		'an edit to "stop" that comes before its message, %s, is a refusal',
		async (how) => {
			const customer = newCustomer();
			const message = customer.writes('How much is it?', after(MINUTE));
			const events = [correction(customer, message.message?.id as string, 'No me escriban más'), message];
			if (how === 'in two') for (const event of events) await ingest(event);
			else await ingest(...events);
			expect(await open.store.conversation(customer.key)).toMatchObject({
				optedOutAt: expect.any(String) as string,
			});
			expect(await open.store.transcript(customer.key, 5)).toMatchObject([{ text: 'No me escriban más' }]);
		},
	);

	test('a message that was taken back before it came is not kept', async () => {
		const customer = newCustomer();
		const message = customer.writes('My code is 1234', after(MINUTE));
		await ingest(correction(customer, message.message?.id as string), message);
		const [kept] = await open.store.transcript(customer.key, 5);
		expect(kept).toMatchObject({ type: 'deleted' });
		expect(kept?.text).toBeUndefined();
	});

	const change = (previousId: string, id: string, at: number): MessagingEvent =>
		newCustomer().event('identity', after(at), { contact: { id, previousId } });

	test.each([
		['the later first', [1, 0]],
		['the first again at the end', [0, 1, 0]],
	])('two changes of an ID, %s, lead to the newest', async (_order, order) => {
		const customer = newCustomer();
		const [b, c] = [newId('US.b'), newId('US.c')];
		const changes = [change(customer.contact.id, b, MINUTE), change(b, c, 2 * MINUTE)];
		await ingest(customer.writes('Hello', START));
		if (order[0] === 1)
			await ingest({ ...customer.writes('Hello again', after(3 * MINUTE)), contact: { id: c } });
		for (const place of order) await ingest({ ...(changes[place] as MessagingEvent), id: newId('change') });
		for (const id of [customer.contact.id, b, c]) {
			const key = customer.key.replace(customer.contact.id, id);
			expect(await open.store.conversation(key)).toMatchObject({ contact: { id: c } });
		}
	});

	test('a customer who moved to a number keeps away what its earlier owner forbade', async () => {
		const phone = '573001234567';
		const [one, other] = [newCustomer(), newCustomer()];
		const withPhone = (event: MessagingEvent, to = phone): MessagingEvent => ({
			...event,
			contact: { ...event.contact, phone: to },
		});
		await ingest(withPhone(one.writes('No me escriban más', START)));
		await ingest(other.writes('Hola', after(MINUTE)));
		await ingest(withPhone(other.writes('Hola otra vez', after(2 * MINUTE))));
		expect(await open.store.conversation(other.key)).toMatchObject({
			optedOutAt: expect.any(String) as string,
		});
	});
});
