import fc from 'fast-check';

const character = fc
	.integer({ min: 0, max: 0x10_ffff })
	.filter((code) => code < 0xd800 || code > 0xdfff)
	.map((code) => String.fromCodePoint(code));

/** Texts of any characters that Unicode has room for: what fc.string({ unit: 'binary' }) gives, without its second of preparation. */
export const anyText = fc.array(character).map((characters) => characters.join(''));
