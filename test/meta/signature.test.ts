import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { verifySignature } from '../../lib/index.ts';

const SECRET = 'test_app_secret';
/** Source: a published pair of vectors for X-Hub-Signature-256, recomputed with OpenSSL on 2026-11-22. */
const COMPACT = {
	body: '{"object":"whatsapp_business_account","entry":[]}',
	digest: 'dec6a680679a968e7e0319355b23599cbfc54502c0784668e9618baa0c633756',
};
const SPACED = {
	body: '{"object": "whatsapp_business_account", "entry": []}',
	digest: '56cbbaf4961c6cfdae48b7f116c047e5eb513d2c931baae63a2bc1afd26f803a',
};
const sign = (body: Buffer, secret: string) =>
	`sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

describe('verifySignature', () => {
	test.each([COMPACT, SPACED])('accepts the test vector $digest', ({ body, digest }) => {
		expect(verifySignature(Buffer.from(body), `sha256=${digest}`, [SECRET])).toBe(true);
		expect(verifySignature(Buffer.from(body), `sha256=${digest.toUpperCase()}`, [SECRET])).toBe(true);
	});

	test('goes by the bytes, not by what they mean', () => {
		expect(JSON.parse(COMPACT.body)).toEqual(JSON.parse(SPACED.body));
		expect(verifySignature(Buffer.from(SPACED.body), `sha256=${COMPACT.digest}`, [SECRET])).toBe(false);
		const escaped = Buffer.from('{"text":"ma\\u00f1ana \\ud83d\\udc4d"}');
		const written = Buffer.from(JSON.stringify(JSON.parse(escaped.toString())));
		expect(verifySignature(escaped, sign(escaped, SECRET), [SECRET])).toBe(true);
		expect(verifySignature(written, sign(escaped, SECRET), [SECRET])).toBe(false);
	});

	test('accepts any of several secrets, and none but those', () => {
		fc.assert(
			fc.property(
				fc.uint8Array(),
				fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2 }),
				(bytes, secrets) => {
					const body = Buffer.from(bytes);
					const [other, ...allowed] = secrets as [string, ...string[]];
					for (const secret of allowed) expect(verifySignature(body, sign(body, secret), allowed)).toBe(true);
					expect(verifySignature(body, sign(body, other), allowed)).toBe(false);
				},
			),
		);
	});

	test('without a secret nothing verifies, not even what was signed with an empty one', () => {
		const body = Buffer.from('{}');
		expect(verifySignature(body, sign(body, ''), [])).toBe(false);
		expect(verifySignature(body, sign(body, ''), [''])).toBe(false);
	});

	test('refuses a signature of which one character differs, and never throws', () => {
		const body = Buffer.from(COMPACT.body);
		for (let at = 0; at < COMPACT.digest.length; at++) {
			const wrong = COMPACT.digest[at] === '0' ? '1' : '0';
			const digest = COMPACT.digest.slice(0, at) + wrong + COMPACT.digest.slice(at + 1);
			expect(verifySignature(body, `sha256=${digest}`, [SECRET])).toBe(false);
		}
		fc.assert(
			fc.property(fc.option(fc.string(), { nil: undefined }), (header) => {
				expect(verifySignature(body, header, [SECRET])).toBe(false);
				expect(verifySignature(body, `sha256=${header}`, [SECRET])).toBe(false);
			}),
		);
		expect(verifySignature(body, `sha1=${COMPACT.digest}`, [SECRET])).toBe(false);
	});
});
