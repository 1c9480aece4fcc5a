import { REASONS, RULES } from '../../lib/index.ts';
import { REFUSALS } from '../../lib/messaging/refused-error.ts';
import { words } from '../../lib/dashboard/words/index.ts';

/** Every text under its path, e.g. `filters.apply`. */
function texts(inside: object, path = ''): [string, string][] {
	return Object.entries(inside).flatMap(([key, value]) =>
		typeof value === 'string' ? [[`${path}${key}`, value]] : texts(value as object, `${path}${key}.`),
	);
}

const english = new Map(texts(words.en));
const spanish = new Map(texts(words.es));

test('both languages say the same things', () => {
	expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
	expect(english.size).toBeGreaterThan(200);
});

test.each([...english])('%s has the same gaps in both languages, and says something', (path, text) => {
	const gaps = (one: string) => [...one.matchAll(/\{\w+\}/g)].map(String).sort();
	const translated = spanish.get(path) ?? '';
	expect(gaps(translated)).toEqual(gaps(text));
	expect(translated.trim()).not.toBe('');
});

test('every rule and every refusal is told in both languages', () => {
	for (const { talk, told } of [words.en, words.es]) {
		expect(Object.keys(talk.rules).sort()).toEqual(Object.keys(RULES).sort());
		expect(Object.keys(told).sort()).toEqual([...REFUSALS].sort());
	}
});

test('every reason has a sentence of its own in Spanish', () => {
	for (const [code, sentence] of Object.entries(REASONS)) {
		expect(words.es.reasons[code as keyof typeof REASONS]).toBeTruthy();
		expect(words.es.reasons[code as keyof typeof REASONS]).not.toBe(sentence);
	}
});
