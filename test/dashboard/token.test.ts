import fc from 'fast-check';
import { checkAction, readNotice, signAction, signNotice } from '../../lib/dashboard/token.ts';

const NOW = new Date('2026-11-24T15:00:00Z');
const HOUR_MS = 3_600_000;
const after = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);
const target = fc.array(fc.string(), { maxLength: 3 });

test('a form holds for its own action, target and store, and for nothing else', () => {
	fc.assert(
		fc.property(
			fc.string(),
			target,
			fc.string(),
			target,
			fc.string(),
			(action, one, otherAction, other, secret) => {
				const token = signAction('the secret', action, one, NOW);
				expect(checkAction('the secret', token, action, one, NOW)).toBe('ok');
				if (otherAction !== action)
					expect(checkAction('the secret', token, otherAction, one, NOW)).toBe('forged');
				if (JSON.stringify(other) !== JSON.stringify(one))
					expect(checkAction('the secret', token, action, other, NOW)).toBe('forged');
				if (secret !== 'the secret') expect(checkAction(secret, token, action, one, NOW)).toBe('forged');
			},
		),
	);
});

test('it holds for half a day, and its end cannot be moved', () => {
	const token = signAction('the secret', 'cancel', ['1'], NOW);
	expect(checkAction('the secret', token, 'cancel', ['1'], after(11.9))).toBe('ok');
	expect(checkAction('the secret', token, 'cancel', ['1'], after(12.1))).toBe('expired');
	const [, mac] = token.split('.');
	expect(checkAction('the secret', `${after(100).getTime()}.${mac}`, 'cancel', ['1'], NOW)).toBe('forged');
});

test('nothing that was not signed here is taken for a token or a notice', () => {
	fc.assert(
		fc.property(fc.anything(), (given) => {
			expect(checkAction('the secret', given, 'cancel', [], NOW)).toBe('forged');
			expect(readNotice('the secret', typeof given === 'string' ? given : undefined, NOW)).toBeUndefined();
		}),
	);
});

test('a notice is read back as it was written, and is old news after two minutes', () => {
	const notice = { kind: 'deactivated', name: 'Cita <b>', count: 3 } as const;
	const signed = signNotice('the secret', notice, NOW);
	expect(readNotice('the secret', signed, NOW)).toEqual(notice);
	expect(readNotice('the secret', signed, after(0.05))).toBeUndefined();
	expect(readNotice('another secret', signed, NOW)).toBeUndefined();
});
