import { Readable } from 'node:stream';
import { audioLength } from '../../lib/media/audio-length.ts';
import { fetchFile, type DownloadRequest, type MediaAccess } from '../../lib/media/fetch-file.ts';
import { readLimited } from '../../lib/media/read-limited.ts';
import { recognise } from '../../lib/media/recognise.ts';
import { lengthText } from '../../lib/messaging/media.ts';
import { picture } from '../../sandbox/media/picture.ts';
import { voiceNote } from '../../sandbox/media/voice-note.ts';

const META = 'https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1';

/** Meta's side: what the Graph API tells of a file, and what stands at its address. */
function access(
	{ url = META, size = 100, status = 200, bytes = voiceNote('hi', 2) as Uint8Array, answer = 200 } = {},
	error?: object,
): MediaAccess & { asked: DownloadRequest[] } {
	const asked: DownloadRequest[] = [];
	return {
		asked,
		graphBaseUrl: 'https://graph.facebook.com',
		graph: async () => await Promise.resolve({ status, body: error ? { error } : { url, file_size: size } }),
		download: async (request) => {
			asked.push(request);
			return await Promise.resolve({ status: answer, bytes });
		},
	};
}

const VOICE = { kind: 'audio', id: '9' } as const;

describe('a file is fetched from Meta', () => {
	test('by its ID from the address that Meta gives for it, with the token', async () => {
		const meta = access();
		expect(await fetchFile(meta, 'whatsapp', VOICE)).toMatchObject({
			mimeType: 'audio/ogg',
			extension: 'ogg',
		});
		expect(meta.asked).toEqual([
			expect.objectContaining({ url: META, signed: true, maxBytes: 16 * 1024 * 1024 }),
		]);
	});

	test('on Instagram and Messenger from the address that came with it, without a token', async () => {
		const meta = access();
		await fetchFile(meta, 'messenger', { kind: 'audio', url: 'https://cdn.fbsbx.com/v/t59/audio.mp4' });
		expect(meta.asked).toEqual([expect.objectContaining({ signed: false })]);
	});

	test.each([
		'http://lookaside.fbsbx.com/a',
		'https://fbsbx.com.example.org/a',
		'https://notfbsbx.com/a',
		'https://127.0.0.1/a',
		'file:///etc/passwd',
		'nothing',
	])('never from %s, whoever gave the address', async (url) => {
		const meta = access({ url });
		await expect(fetchFile(meta, 'whatsapp', VOICE)).rejects.toMatchObject({ failure: 'wrong_address' });
		await expect(fetchFile(meta, 'messenger', { kind: 'image', url })).rejects.toMatchObject({
			failure: 'wrong_address',
		});
		expect(meta.asked).toEqual([]);
	});

	test.each<[string, MediaAccess, string]>([
		['a redirect is not followed', access({ answer: 302 }), 'wrong_address'],
		['gone at its address', access({ answer: 404 }), 'expired'],
		['unknown to Meta', access({ status: 400 }, { code: 100, error_subcode: 33 }), 'expired'],
		['a token that ended', access({ status: 401 }, { code: 190 }), 'no_credential'],
		['Meta in trouble', access({ status: 500 }), 'not_fetched'],
		['too large by what Meta tells', access({ size: 17 * 1024 * 1024 }), 'too_large'],
		['a type that no server takes', access({ bytes: Buffer.from('#!AMR\n') }), 'unsupported_type'],
	])('%s', async (_what, meta, failure) => {
		await expect(fetchFile(meta, 'whatsapp', VOICE)).rejects.toMatchObject({ failure });
	});

	test('without a credential it says so, and the words of a network fault, which hold the address, stay out', async () => {
		const { graph: _graph, ...rest } = access();
		await expect(fetchFile(rest, 'whatsapp', VOICE)).rejects.toMatchObject({ failure: 'no_credential' });
		const broken = { ...access(), download: async () => await Promise.reject(new Error(`connect ${META}`)) };
		const error = await fetchFile(broken, 'whatsapp', VOICE).catch((thrown: Error) => thrown);
		expect(error).toMatchObject({ failure: 'not_fetched', message: expect.not.stringContaining('fbsbx') });
	});

	test('reading ends where it is too large or too slow', async () => {
		const endless = Readable.from(
			(function* () {
				for (;;) yield Buffer.alloc(1_000);
			})(),
		);
		expect(await readLimited(endless, { maxBytes: 5_000, timeoutMs: 1_000 })).toMatchObject({
			isTooLarge: true,
		});
		expect(endless.destroyed).toBe(true);
		const silent = new Readable({ read() {} });
		await expect(readLimited(silent, { maxBytes: 5_000, timeoutMs: 20 })).rejects.toMatchObject({
			code: 'ETIMEDOUT',
		});
	});
});

test('what a file is, its first bytes tell', () => {
	expect(recognise('image', picture('a shoe'))).toMatchObject({ mimeType: 'image/png' });
	expect(recognise('image', Buffer.from('RIFF____WEBPVP8 '))).toMatchObject({ mimeType: 'image/webp' });
	expect(recognise('audio', Buffer.from('\0\0\0\x20ftypM4A '))).toMatchObject({ extension: 'm4a' });
	expect(() => recognise('image', voiceNote('hi', 1))).toThrow(/the file is no picture/);
	expect(() => recognise('audio', new Uint8Array())).toThrow(/begins with nothing/);
});

describe('how long a recording is', () => {
	const lengthOf = (mimeType: string, bytes: Uint8Array) =>
		audioLength({ kind: 'audio', mimeType, bytes, extension: '' });

	test.each([1, 14.2, 90])('of %s seconds in Ogg', (seconds) => {
		expect(lengthOf('audio/ogg', voiceNote('hi', seconds))).toBeCloseTo(seconds, 1);
	});

	test('in MP4 and WAV, and unknown where the file tells nothing', () => {
		const box = Buffer.alloc(40);
		box.write('mvhd', 0, 'latin1');
		box.writeUInt32BE(1_000, 16);
		box.writeUInt32BE(14_000, 20);
		expect(lengthOf('audio/mp4', box)).toBe(14);
		const wav = Buffer.alloc(44 + 16_000);
		wav.writeUInt32LE(8_000, 28);
		wav.write('data', 36, 'latin1');
		expect(lengthOf('audio/wav', wav)).toBe(2);
		expect(lengthOf('audio/mpeg', Buffer.from('ID3'))).toBeUndefined();
		expect(lengthOf('audio/ogg', Buffer.from('OggS'))).toBeUndefined();
	});

	test('is written as people write it', () => {
		expect([0.2, 14.2, 59.6, 125].map(lengthText)).toEqual(['0:01', '0:14', '1:00', '2:05']);
	});
});
