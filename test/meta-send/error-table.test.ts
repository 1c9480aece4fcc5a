import fc from 'fast-check';
import { ERROR_ROWS, effectOfError, type Channel, type ErrorRow } from '../../lib/index.ts';

const channelOf = ({ platform }: ErrorRow): Channel =>
	platform === 'messenger_instagram' ? 'messenger' : 'whatsapp';
const nameOf = ({ platform, code, subcode }: ErrorRow) => `${platform} ${code}/${subcode ?? '-'}`;
const effect = (channel: Channel, code: number, more: object = {}, from: 'answer' | 'status' = 'answer') =>
	effectOfError(channel, { code, ...more }, { from });

/** Meta's own list, section "WhatsApp", as it was read on 2026-11-22: every one of them must stand in the table. */
const WHATSAPP_CODES = [
	...[
		0, 1, 2, 3, 4, 10, 33, 100, 190, 200, 250, 299, 368, 80007, 130429, 130472, 130497, 131000, 131005,
		131008,
	],
	...[131009, 131016, 131021, 131026, 131031, 131042, 131045, 131047, 131048, 131049, 131050, 131051, 131052],
	...[131053, 131056, 131057, 131062, 132000, 132001, 132005, 132007, 132012, 132015, 132016, 132018, 132068],
	...[132069, 133000, 133004, 133005, 133006, 133008, 133009, 133010, 133015, 133016],
];

test.each(WHATSAPP_CODES)('WhatsApp code %d is known', (code) => {
	expect(effect('whatsapp', code).meaning).not.toContain('not documented');
});

test('no code stands in the table twice', () => {
	const names = ERROR_ROWS.map(nameOf);
	expect(names).toEqual([...new Set(names)]);
});

test.each(ERROR_ROWS.map((row) => [nameOf(row), row] as const))(
	'%s: said at once or later, it has the same effect on customer and account',
	(_name, row) => {
		const error = { code: row.code, subcode: row.subcode };
		const [now, later] = (['answer', 'status'] as const).map((from) =>
			effectOfError(channelOf(row), error, { from }),
		);
		expect(now).toMatchObject({ class: row.class, meaning: row.meaning, advice: row.advice });
		expect({ ...later, nextStep: '' }).toEqual({ ...now, nextStep: '' });
	},
);

test('code 10 is a missing permission, unless its subcode says that the window is closed', () => {
	for (const channel of ['messenger', 'instagram'] as const) {
		expect(effect(channel, 10).class).toBe('credential');
		expect(effect(channel, 10, { subcode: 2018278 }).class).toBe('window_closed');
		expect(effect(channel, 10, { subcode: 2534022 }).class).toBe('window_closed');
		expect(effect(channel, 10, { subcode: 1893063 }).class).toBe('account');
	}
	// On WhatsApp subcodes are deprecated since v16 and must not change the meaning.
	expect(effect('whatsapp', 10, { subcode: 2018278 }).class).toBe('credential');
});

test('only what was certainly not accepted is tried again', () => {
	for (const row of ERROR_ROWS) {
		const { nextStep, pauseAccountMs } = effect(channelOf(row), row.code, { subcode: row.subcode });
		expect(nextStep === 'try_again').toBe(row.class === 'retry' || pauseAccountMs !== undefined);
	}
	for (const code of [1, 2, 131000, 131016, 133004]) {
		expect(effect('whatsapp', code).nextStep).toBe('wait_for_status');
		expect(effect('whatsapp', code, {}, 'status').nextStep).toBe('end');
	}
});

test('a code nobody documented ends the message, and if Meta calls it transient waits for its status', () => {
	const known = (code: number) => ERROR_ROWS.some((row) => code >= row.code && code <= (row.to ?? row.code));
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 9_999_999 }),
			fc.constantFrom('whatsapp', 'messenger'),
			(code, channel) => {
				fc.pre(!known(code));
				expect(effect(channel as Channel, code)).toMatchObject({ class: 'message', nextStep: 'end' });
				const transient = effect(channel as Channel, code, { transient: true });
				expect(transient.nextStep).toBe('wait_for_status');
			},
		),
	);
});

test('waits grow with each try and stay bounded; the pair limit grows as Meta says', () => {
	const wait = (code: number, attempts: number) =>
		effectOfError('whatsapp', { code }, { from: 'answer', attempts }).retryAfterMs;
	expect([1, 2, 3, 4].map((attempts) => wait(131056, attempts))).toEqual([1_000, 4_000, 16_000, 64_000]);
	for (const row of ERROR_ROWS.filter((one) => one.class === 'retry')) {
		const waits = [1, 2, 3, 4, 5, 50].map(
			(attempts) => effectOfError(channelOf(row), row, { from: 'answer', attempts }).retryAfterMs ?? 0,
		);
		expect(waits).toEqual([...waits].sort((a, b) => a - b));
		expect(waits.at(-1)).toBeLessThanOrEqual(3 * 3_600_000);
		expect(waits[0]).toBeGreaterThan(0);
	}
});
