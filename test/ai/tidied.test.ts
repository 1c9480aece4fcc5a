import fc from 'fast-check';
import { tidied } from '../../lib/ai/checks/index.ts';

describe('tidying', () => {
	test('leaves what a person sees and takes what nobody sees', () => {
		expect(tidied('  “Hola,   Ana.  \n\n\n\n ¿Seguimos?\u202E\u{E0041}”  ')).toBe('Hola, Ana.\n\n¿Seguimos?');
		expect(tidied('Familia 👨‍👩‍👧')).toBe('Familia 👨‍👩‍👧');
		expect(tidied('"A" y "B"')).toBe('"A" y "B"');
	});

	test('done twice changes nothing more, unless there were quotes within quotes', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				const once = tidied(text.replace(/["“«”»]/g, ''));
				expect(tidied(once)).toBe(once);
			}),
		);
	});
});
