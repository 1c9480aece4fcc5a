import fc from 'fast-check';
import { CHANNELS, cutText } from '../../lib/index.ts';
import { CHANNEL_FACTS } from '../../lib/messaging/channels/index.ts';
import { textSize } from '../../lib/messaging/platform-limits.ts';

const channel = fc.constantFrom(...CHANNELS);
const words = fc.array(
	fc.oneof(fc.lorem({ maxCount: 1 }), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })),
	{
		...{ minLength: 1, maxLength: 1500 },
	},
);

test('a cut text fits, begins like the whole one and ends at a word; one that fits stays as it is', () => {
	fc.assert(
		fc.property(channel, words, (where, list) => {
			const text = list.join(' ').trim();
			const cut = cutText(where, text);
			const limit = CHANNEL_FACTS[where].textLimit.size;
			expect(textSize(where, cut)).toBeLessThanOrEqual(limit);
			if (textSize(where, text) <= limit) return expect(cut).toBe(text);
			const kept = cut.slice(0, -1);
			expect(cut.endsWith('…')).toBe(true);
			expect(text.startsWith(kept)).toBe(true);
			expect(kept).not.toMatch(/\s$/);
			return expect(text.slice(kept.length)).toMatch(/^\s/);
		}),
		{ numRuns: 60 },
	);
});

test('one endless word is cut between characters, never inside an emoji', () => {
	const family = '👨‍👩‍👧‍👦';
	for (const where of CHANNELS) {
		const kept = cutText(where, family.repeat(2000)).slice(0, -1);
		expect(kept.replaceAll(family, '')).toBe('');
		expect(kept.length).toBeGreaterThan(0);
	}
});
