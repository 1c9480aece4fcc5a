import fc from 'fast-check';
import { TEXT_LIMIT, textSize } from '../../lib/messaging/platform-limits.ts';

const anyText = fc.string({ unit: 'binary' });

test('Instagram counts the bytes that go over the wire', () => {
	fc.assert(
		fc.property(anyText, (text) =>
			expect(textSize('instagram', text)).toBe(new TextEncoder().encode(text).length),
		),
	);
});

test.each(['whatsapp', 'messenger'] as const)(
	'%s counts characters, an emoji outside the BMP as one',
	(channel) => {
		const character = fc.constantFrom('a', 'ñ', '世', '🙂');
		fc.assert(
			fc.property(fc.array(character), (characters) =>
				expect(textSize(channel, characters.join(''))).toBe(characters.length),
			),
		);
	},
);

test('the limits are those Meta publishes', () => {
	expect(TEXT_LIMIT).toEqual({
		whatsapp: { size: 4096, unit: 'characters' },
		messenger: { size: 2000, unit: 'characters' },
		instagram: { size: 1000, unit: 'bytes' },
	});
});
