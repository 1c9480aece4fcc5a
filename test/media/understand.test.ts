import {
	answerWithoutWords,
	understandMedia,
	type MediaReader,
	type TranscriptMessage,
} from '../../lib/index.ts';
import { MediaError } from '../../lib/messaging/media-error.ts';
import { voiceNote } from '../../sandbox/media/voice-note.ts';
import { newCustomer } from '../support/customer.ts';
import { registerListener, sendsFile } from '../support/media.ts';
import { databases, useStore } from '../support/stores.ts';
import { START, after } from '../support/time.ts';

/** A server that hears what it is told, as often as it is asked. */
function reader(hear: () => Promise<string>): MediaReader & { asked: number } {
	const own = {
		asked: 0,
		modelFor: () => 'whisper-1',
		async understand() {
			own.asked++;
			return { text: await hear(), model: 'whisper-1' };
		},
	};
	return own;
}

describe.each(databases)('a voice note, on $name', (kind) => {
	const open = useStore(kind);

	async function voice(ears: MediaReader) {
		await registerListener(open.store);
		const customer = newCustomer();
		await open.store.ingest([sendsFile(customer, START)], START);
		const understand = async (among?: string[]) =>
			await understandMedia(open.store, customer.key, {
				reader: ears,
				graphBaseUrl: '',
				graph: async () =>
					await Promise.resolve({ status: 200, body: { url: 'https://lookaside.fbsbx.com/1' } }),
				download: async () => await Promise.resolve({ status: 200, bytes: voiceNote('', 3) }),
				now: async () => await Promise.resolve(after(0)),
				...(among ? { among } : {}),
			});
		return { understand, key: customer.key };
	}

	test('asked for by two runs at once is paid once, and both know what was said', async () => {
		const ears = reader(
			async () => await new Promise((resolve) => setTimeout(() => resolve('A las diez'), 300)),
		);
		const { understand, key } = await voice(ears);
		const [one, other] = await Promise.all([understand(), understand()]);
		expect(ears.asked).toBe(1);
		expect(one.understood + other.understood).toBe(1);
		expect([one.mayPass, other.mayPass]).toEqual([false, false]);
		expect((await open.store.transcript(key, 1))[0]).toMatchObject({
			text: 'A las diez',
			media: { seconds: 3 },
		});
		expect((await understand()).understood).toBe(0);
		expect(ears.asked).toBe(1);
	});

	test('a server that is down is asked once a decision, and may be up again later', async () => {
		const ears = reader(async () => await Promise.reject(new MediaError('server_unavailable', 'HTTP 503')));
		const { understand } = await voice(ears);
		expect(await understand()).toMatchObject({
			understood: 0,
			mayPass: true,
			faults: [{ failure: 'server_unavailable' }],
		});
		expect(ears.asked).toBe(1);
	});

	test('only what is asked about is listened to', async () => {
		const { understand } = await voice(reader(async () => await Promise.resolve('x')));
		expect((await understand(['another'])).understood).toBe(0);
	});
});

describe('what answers a follow-up without words', () => {
	const said = (...who: string[]): TranscriptMessage[] =>
		who.map((one, place) => {
			const message = { id: String(place), at: after(place).toISOString(), type: 'text' };
			if (one === 'voice')
				return { ...message, type: 'audio', from: 'customer', media: { kind: 'audio', state: 'open' } };
			if (one === 'customer') return { ...message, from: 'customer', text: 'Hi' };
			return { ...message, from: 'business', by: one as 'follow_up', text: 'Hi' };
		});

	test.each<[string[], string[] | undefined]>([
		[['customer', 'follow_up', 'voice'], ['2']],
		[
			['customer', 'follow_up', 'person', 'voice', 'voice'],
			['3', '4'],
		],
		[['customer', 'follow_up', 'voice', 'application'], ['2']],
		[['customer', 'follow_up', 'customer', 'application', 'voice'], undefined],
		[['customer', 'follow_up', 'voice', 'customer', 'application', 'customer'], ['2']],
		[['customer', 'application', 'voice'], undefined],
		[['voice'], undefined],
		[['customer', 'follow_up', 'customer'], undefined],
		[[], undefined],
	])('%j: %j', (who, ids) => {
		expect(answerWithoutWords(said(...who))?.messageIds).toEqual(ids);
	});
});
