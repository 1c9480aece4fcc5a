import fc from 'fast-check';
import { textSize } from '../../lib/messaging/platform-limits.ts';
import { anyText } from '../support/any-text.ts';

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
