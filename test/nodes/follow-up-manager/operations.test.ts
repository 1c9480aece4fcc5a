import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { asNow } from '../../../lib/store/database/now.ts';
import { databases } from '../../support/stores.ts';
import { inTwoHours, NOBODY } from './cases.ts';
import { errorOf, jsonOf, outputOf, scheduled, useManager } from './manager.ts';

describe.each(databases)('Follow-Up Manager on $name', (kind) => {
	const manager = useManager(kind);

	test('what is over is refused by its name, state and time', async () => {
		const one = await scheduled(manager.store);
		const cancel = { resource: 'scheduledFollowUp', operation: 'cancel' };
		await manager.run(cancel, [one.item]);
		for (const operation of ['cancel', 'sendNow', 'reschedule']) {
			const ran = await manager.run({ ...cancel, operation, dueAt: inTwoHours() }, [one.item]);
			expect(errorOf(ran)).toMatchObject({
				message: expect.stringMatching(
					/^The follow-up "Reminder" is over: its state is "ended" since 20/,
				) as string,
				description: 'Only what is still scheduled can be changed',
			});
		}
	});

	test('a conversation is found by its account and the phone number of the customer', async () => {
		const { store } = manager;
		const one = await scheduled(store);
		const phone = `57300${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`;
		await store.ingest(
			[{ ...one.customer.event('reaction', new Date()), contact: { ...one.customer.contact, phone } }],
			asNow(new Date()),
		);
		const [, account = ''] = one.customer.key.split(':');
		const byPhone = { recipientBy: 'contact', channel: 'whatsapp', account, contact: `+${phone}` };
		const ran = await manager.run({
			resource: 'conversation',
			operation: 'cancelFollowUps',
			reason: 'Paid',
			...byPhone,
		});
		expect(jsonOf(ran)).toMatchObject([{ ended: 1, conversation: { key: one.customer.key } }]);
		const wrong = await manager.run({
			resource: 'conversation',
			operation: 'cancelFollowUps',
			...byPhone,
			contact: phone,
		});
		expect(errorOf(wrong)?.message).toMatch(/neither a phone number with \+ nor a user ID/);
	});

	test('cancelling for somebody who has never written is no fault', async () => {
		const ran = await manager.run({ resource: 'conversation', operation: 'cancelFollowUps' }, [
			{ json: NOBODY },
		]);
		expect(jsonOf(ran)).toMatchObject([
			{ ended: 0, note: expect.stringContaining('no such conversation') as string },
		]);
	});

	test('only the follow-ups of one chatbot are cancelled where one is named', async () => {
		const one = await scheduled(manager.store);
		const cancel = { resource: 'conversation', operation: 'cancelFollowUps' };
		expect(jsonOf(await manager.run({ ...cancel, onlyChatbot: 'another' }, [one.item]))).toMatchObject([
			{ ended: 0 },
		]);
		expect(jsonOf(await manager.run({ ...cancel, onlyChatbot: one.chatbot }, [one.item]))).toMatchObject([
			{ ended: 1 },
		]);
	});

	test('a list gives each of its rows the item that asked for it, up to the limit', async () => {
		const { store } = manager;
		const [a, b] = [await scheduled(store), await scheduled(store)];
		for (let n = 0; n < 3; n++) await scheduled(store, { chatbot: a.chatbot });
		const list = {
			resource: 'scheduledFollowUp',
			operation: 'getMany',
			filters: { chatbot: '={{ $json.chatbot }}' },
		};
		const pairs = async (more: INodeParameters) =>
			outputOf(await manager.run({ ...list, ...more }, [a.item, b.item])).map(({ pairedItem }) => pairedItem);
		expect(await pairs({ limit: 2 })).toEqual([{ item: 0 }, { item: 0 }, { item: 1 }]);
		expect(await pairs({ returnAll: true })).toEqual([...Array<object>(4).fill({ item: 0 }), { item: 1 }]);
	});

	test('a paused account is listed until it is resumed by hand', async () => {
		const account = `acc${Date.now()}`;
		const on = (operation: string, more: INodeParameters = {}) =>
			manager.run({ resource: 'account', operation, channel: 'messenger', account, ...more });
		const listed = async () => jsonOf(await on('getPaused')).filter((one) => one.account === account);
		await on('pause', { reason: 'Stock-taking', until: inTwoHours() });
		expect(await listed()).toMatchObject([{ channel: 'messenger', reason: 'Stock-taking' }]);
		expect(jsonOf(await on('resume'))).toMatchObject([{ changed: true, paused: false }]);
		expect(await listed()).toEqual([]);
		expect(errorOf(await on('pause', { until: '2020-01-01T00:00:00Z' }))?.message).toMatch(/has passed/);
	});

	test('what customers are called and write is text everywhere', async () => {
		const { store } = manager;
		const name = '<img src=x onerror=alert(1)>';
		const said = '{{ $env.PATH }} ={{ 6 * 7 }} =HYPERLINK("http://evil.example")';
		const one = await scheduled(store, { name });
		await manager.run({ resource: 'conversation', operation: 'addMessage', text: '={{ $json.said }}' }, [
			{ json: { ...one.item.json, said } },
		]);
		const [conversation] = jsonOf(
			await manager.run({ resource: 'conversation', operation: 'get' }, [one.item]),
		);
		expect(conversation).toMatchObject({ conversation: { contact: { name } } });
		expect((conversation?.messages as { text: string }[]).at(-1)?.text).toBe(said);
		await manager.run({ resource: 'scheduledFollowUp', operation: 'cancel', reason: said }, [one.item]);
		const filters = { chatbot: one.chatbot };
		const [activity] = jsonOf(await manager.run({ resource: 'activity', operation: 'getMany', filters }));
		expect(activity).toMatchObject({
			conversation: { contact: { name } },
			reason: { sentence: `It was cancelled: ${said}` },
		});
	});

	test('the activity as CSV and the follow-ups as JSON are files; the JSON comes in again as it went out', async () => {
		const one = await scheduled(manager.store, { name: '=HYPERLINK("http://evil.example")' });
		await manager.run({ resource: 'scheduledFollowUp', operation: 'cancel' }, [one.item]);
		const csv = await manager.run({
			resource: 'activity',
			operation: 'exportCsv',
			filters: { chatbot: one.chatbot },
		});
		const { binary } = outputOf(csv)[0] as INodeExecutionData;
		expect(binary?.data).toMatchObject({ fileName: 'follow-up-activity.csv', mimeType: 'text/csv' });
		const text = Buffer.from(binary?.data?.data ?? '', 'base64').toString('utf8');
		expect(text).toContain(`"'=HYPERLINK(""http://evil.example"")"`);

		const exported = outputOf(
			await manager.run({ resource: 'followUp', operation: 'export', chatbotId: one.chatbot }, [one.item]),
		);
		const imported = jsonOf(await manager.run({ resource: 'followUp', operation: 'import' }, exported));
		expect(imported).toMatchObject([{ chatbot: one.chatbot, followUps: exported[0]?.json.followUps }]);
	});

	test('the conversations of a customer are found by a part of the name', async () => {
		const name = `Íngrid ${Date.now()}`;
		await scheduled(manager.store, { name });
		const filters = { contact: name.toUpperCase().slice(2), status: 'windowOpen' };
		const ran = await manager.run({ resource: 'conversation', operation: 'getMany', filters });
		expect(jsonOf(ran)).toMatchObject([{ conversation: { contact: { name } }, scheduled: 1 }]);
	});
});
