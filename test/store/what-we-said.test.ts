import type { Content } from '../../lib/index.ts';
import { newId } from '../support/customer.ts';
import { DUE, followUpAt, TEMPLATE, TEXT } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { MINUTE, after } from '../support/time.ts';

const LATER = after(MINUTE, DUE);

describe.each(databases)('what a follow-up said, on $name', (kind) => {
	const open = useStore(kind);

	/** Handed to Meta, and the answer has not come. */
	async function lost(content: Content) {
		const one = await followUpAt(open.store, 'sending', { content });
		await open.store.finishSend(one.id, { outcome: 'unknown', message: 'timed out' }, DUE);
		return one;
	}

	test.each([
		['a text', TEXT, { type: 'text', text: 'Shall we go ahead with your appointment?' }],
		['a template', TEMPLATE, { type: 'template', text: 'appointment_reminder (Ana)' }],
	])('%s stands in the transcript as the customer saw it', async (_what, content, said) => {
		const messageId = newId('wamid');
		const one = await followUpAt(open.store, 'sending', { content });
		await open.store.finishSend(one.id, { outcome: 'accepted', messageId }, DUE);
		const messages = await open.store.transcript(one.customer.key, 10);
		expect(messages.at(-1)).toMatchObject({ id: messageId, by: 'follow_up', ...said });
	});

	test.each(['sent', 'delivered', 'read'] as const)(
		'one whose answer was lost is part of the conversation once its status says %s',
		async (state) => {
			const messageId = newId('wamid');
			const one = await lost(TEMPLATE);
			await open.store.ingest([one.customer.status(messageId, state, LATER, one.id)], LATER);
			expect(await one.now()).toMatchObject({ state, messageId });
			const messages = await open.store.transcript(one.customer.key, 10);
			expect(messages.filter(({ id }) => id === messageId)).toMatchObject([
				{ from: 'business', by: 'follow_up', text: 'appointment_reminder (Ana)' },
			]);
			expect(await open.store.conversation(one.customer.key)).toMatchObject({
				...{ lastOutboundAt: LATER.toISOString(), lastOutboundBy: 'follow_up' },
			});
		},
	);

	test('its later statuses add nothing to the conversation', async () => {
		const messageId = newId('wamid');
		const one = await lost(TEXT);
		for (const state of ['delivered', 'sent', 'read'] as const)
			await open.store.ingest([one.customer.status(messageId, state, LATER, one.id)], LATER);
		const messages = await open.store.transcript(one.customer.key, 10);
		expect(messages.filter(({ by }) => by === 'follow_up')).toHaveLength(1);
	});

	test('one that Meta did not deliver was not said', async () => {
		const messageId = newId('wamid');
		const one = await lost(TEXT);
		const before = await open.store.transcript(one.customer.key, 10);
		await open.store.ingest([one.customer.status(messageId, 'failed', LATER, one.id)], LATER);
		expect((await one.now()).state).toBe('failed');
		expect(await open.store.transcript(one.customer.key, 10)).toEqual(before);
	});
});
