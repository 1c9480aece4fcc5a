import { optOutScope } from '../../lib/opt-out/index.ts';
import { measure } from './measure.ts';
import { MISSED } from './missed.ts';
import { LANGUAGES, readPhrases } from './phrase-list.ts';

const ALL = readPhrases(import.meta.dirname);
const PHRASES = ALL.filter(({ part }) => part !== 'outsider');

test('the list is large enough to tell, half of it are no requests, and no phrase stands in it twice', () => {
	for (const language of LANGUAGES) {
		const own = PHRASES.filter((phrase) => phrase.language === language);
		expect(own.length).toBeGreaterThanOrEqual(['es', 'pt', 'en'].includes(language) ? 300 : 150);
	}
	const others = PHRASES.filter(({ label }) => label === 'no-stop').length;
	expect(others / PHRASES.length).toBeGreaterThan(0.45);
	expect(others / PHRASES.length).toBeLessThan(0.55);
	const texts = ALL.map(({ text, language }) => `${language} ${text}`);
	expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
});

// What both mean is in CONTRIBUTING, with the command that prints the figures.
test.each(measure(PHRASES, optOutScope))(
	'requests to be left alone are recognised and others are not ($language)',
	({ recall, falseAlarms, missed, alarms }) => {
		expect({ alarms, isRare: falseAlarms <= 0.005 }).toMatchObject({ isRare: true });
		expect({ missed, isHigh: recall >= 0.95 }).toMatchObject({ isHigh: true });
	},
);

test('phrases that were never in sight when the patterns were made do as well as may be asked', () => {
	const heldOut = PHRASES.filter(({ part }) => part === 'held-out');
	const all = measure(heldOut, optOutScope).find(({ language }) => language === 'all');
	expect(all?.recall).toBeGreaterThanOrEqual(0.9);
	expect(all?.alarms).toEqual([]);
});

test('what is missed is known by name', () => {
	const missed = PHRASES.filter(({ text, label }) => {
		const scope = optOutScope(text);
		return label === 'stop' ? scope !== 'all' : label === 'stop-promotions' && scope === undefined;
	});
	expect(missed.map(({ text }) => text).sort()).toEqual([...MISSED].sort());
});

// Of these many are missed (`npm run opt-outs` tells how many); what must not happen is that somebody is silenced who asked for nothing.
test('of what an outsider wrote to deceive the patterns, nothing is taken for a request that is none', () => {
	const outsider = measure(
		ALL.filter(({ part }) => part === 'outsider'),
		optOutScope,
	);
	expect(outsider.flatMap(({ alarms }) => alarms)).toEqual([]);
	expect(outsider.find(({ language }) => language === 'all')?.recall).toBeGreaterThan(0.35);
});
