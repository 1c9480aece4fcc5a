import { readProfile, type GraphResponse } from '../../lib/index.ts';
import { CHANNEL_SAMPLES } from '../fixtures/meta/channel-samples.ts';
import { parseWebhook } from '../../lib/index.ts';
import { databases, useStore } from '../support/stores.ts';
import { after, START } from '../support/time.ts';

const answering =
	(body: object, status = 200) =>
	async (): Promise<GraphResponse> =>
		await Promise.resolve({ status, body });

describe.each(databases)('names of customers whose deliveries bring none, on $name', (kind) => {
	const open = useStore(kind);

	test.each(['instagram', 'messenger'] as const)(
		'%s: each is asked for once, whatever the answer',
		async (channel) => {
			const sample = CHANNEL_SAMPLES[channel];
			const { events } = parseWebhook(sample.text(`m.${channel}`, 'Hola'));
			await open.store.ingest(events, START);
			const [one, ...others] = await open.store.nameless([channel], 5);
			expect(one).toMatchObject({ channel, contact: sample.contact });
			expect(others).toEqual([]);
			await open.store.noteProfiles([{ key: one?.key ?? '', name: 'Lucía' }], after(1_000));
			expect(await open.store.nameless([channel], 5)).toEqual([]);
			expect((await open.store.conversation(one?.key ?? ''))?.contact).toMatchObject({ name: 'Lucía' });
			await open.store.noteProfiles([{ key: one?.key ?? '', name: 'Otra' }], after(2_000));
			expect((await open.store.conversation(one?.key ?? ''))?.contact).toMatchObject({ name: 'Lucía' });
		},
	);
});

describe("what Meta's answer about a profile tells", () => {
	const ask = async (
		channel: 'instagram' | 'messenger' | 'whatsapp',
		transport: () => Promise<GraphResponse>,
	) => await readProfile(transport, { channel, contact: '7' });

	test('a name, in the fields of each platform', async () => {
		expect(await ask('instagram', answering({ id: '7', name: 'Lu', username: 'lu.z' }))).toEqual({
			...{ kind: 'named', names: { name: 'Lu', username: 'lu.z' } },
		});
		expect(await ask('messenger', answering({ id: '7', first_name: 'Ana', last_name: 'Paz' }))).toEqual({
			...{ kind: 'named', names: { name: 'Ana Paz' } },
		});
	});

	test('no name: this customer is not asked for again; a bad token or no answer says nothing of the customer', async () => {
		const error = (code: number) => answering({ error: { code, message: 'No' } }, 400);
		expect(await ask('instagram', answering({ id: '7' }))).toEqual({ kind: 'nameless' });
		expect(await ask('instagram', error(100))).toEqual({ kind: 'nameless' });
		expect(await ask('instagram', error(190))).toMatchObject({ kind: 'useless' });
		const silent = async () => await Promise.reject(new Error('ETIMEDOUT'));
		expect(await ask('messenger', silent)).toEqual({ kind: 'useless', why: 'ETIMEDOUT' });
	});

	test('WhatsApp tells names with its deliveries and is not asked', async () => {
		expect(await ask('whatsapp', async () => await Promise.reject(new Error('asked')))).toEqual({
			kind: 'nameless',
		});
	});
});
