import { eld } from 'eld/extrasmall';
import type { TranscriptMessage } from '../messaging/conversation.ts';
import { plainWords } from '../messaging/plain-words.ts';

/**
 * Small words and letters of one language, compared without accents. eld reads four letters at a time: of "hi" it knows
 * nothing, and where two languages are alike to it, these decide.
 */
const TELLING: Record<string, ReadonlySet<string>> = {
	es: words(
		'hola buenas gracias hay el lo los las y muy del con una quiero quisiera cuanto cuando donde tengo puedo puede puedes ' +
			'estoy eso ya hoy ayer ahora entonces pero todavia tambien usted ustedes dos listo ñ ¿ ¡',
	),
	pt: words(
		'oi ola obrigado obrigada obg nao sim voce voces vc tem um uma os em do da na ao eu meu minha pra pro quando onde ' +
			'estou isso hoje amanha agora entao ainda tambem pode posso vou ja tudo dois duas bem beleza ta ã õ',
	),
	en: words(
		'hi hey hello thanks thx the you is are my i to for it maybe tomorrow today please what how yes and of at do does did ' +
			'will would could can have has this that there be we our with not any just sure good',
	),
	fr: words(
		'bonjour bonsoir salut merci oui non je j vous nous est les des c ca cela ou pas une au aux du avec pour dans chez ' +
			'quel quelle quels quelles combien quand avez pouvez etes votre vos notre mon aujourd hui demain trop',
	),
	it: words(
		'ciao salve grazie buongiorno buonasera prego non il lo gli che una del da con sono siete ho vorrei avete puo c ci per ' +
			'della dello degli delle nel alla quale dove quando posso oggi domani anche ancora troppo perche',
	),
	de: words(
		'hallo danke guten bitte ja nein ich wir ist sind das sie wie nicht und der den dem ein eine einen fur mit auf ' +
			'haben habe kann konnen mochte wann wo mir mein heute morgen noch auch zu',
	),
};
const LETTERS = /[ñ¿¡ãõ]/g;

/**
 * How far below the best a language may stand and still be meant, on eld's scale from 0 to 1, and how much further behind
 * those are put that hardly any customer writes: of short Portuguese messages one in thirty looks Norwegian. Both were chosen
 * on test/labelled/languages/development.json (2026-11-30); `npm run eval:checks` tells what comes of it.
 */
const NEARLY = 0.05;
const RARE = 0.1;
/** In fewer words there is too little to tell one of those by: "Hola, Ana" looks Turkish. */
const RARE_WORDS = 4;
const USUAL = new Set(['es', 'pt', 'en', 'fr', 'it', 'de']);

/** More says no more about a language. */
const READ_CHARACTERS = 1_000;
/** How many of the customer's newest texts tell their language. */
const CUSTOMER_TEXTS = 12;
/** Where the customer's tell nothing, so many of the business's own do. */
const BUSINESS_TEXTS = 3;

/** Addresses, numbers and what is made of both are in no language. */
const NO_WORD = /[\d@/\\]|\.\p{L}/u;

/** The languages a text may be in, as ISO 639-1 codes; none if nothing can be told. */
export function languagesOf(text: string): ReadonlySet<string> {
	const pieces = text.slice(0, READ_CHARACTERS).split(/\s+/);
	const said = pieces.filter((piece) => !NO_WORD.test(piece)).join(' ');
	const plain = plainWords(said).split(' ');
	const letters = said.toLowerCase().match(LETTERS) ?? [];
	const scores = Object.entries(eld.detect(said).getScores())
		.filter(([language]) => USUAL.has(language) || plain.length >= RARE_WORDS)
		.map(([language, score]) => [language, USUAL.has(language) ? score : score - RARE] as const);
	const best = Math.max(...scores.map(([, score]) => score));
	const near = scores.filter(([, score]) => score >= best - NEARLY).map(([language]) => language);
	const told = [...plain, ...letters];
	// Of one or two words eld knows little ("Hello" looks Italian to it): a telling word among them says more.
	const short = plain.length < RARE_WORDS ? mostTold([...USUAL], told, []) : [];
	if (short.length > 0) return new Set(short);
	return new Set(mostTold(near.length > 0 ? near : [...USUAL], told, near));
}

/** Those of some languages for which most small words speak; if none speaks for any, what is given instead. */
function mostTold(languages: string[], said: string[], otherwise: string[]): string[] {
	const told = languages.map((language) => said.filter((word) => TELLING[language]?.has(word)).length);
	const most = Math.max(...told);
	return most > 0 ? languages.filter((_, place) => told[place] === most) : otherwise;
}

function words(list: string): ReadonlySet<string> {
	return new Set(list.split(' '));
}

/** The language of a text, or undefined unless only one comes into question. */
export function languageOf(text: string): string | undefined {
	const [language, other] = languagesOf(text);
	return other === undefined ? language : undefined;
}

/** The language the customer writes in, or undefined unless only one comes into question. */
export function customerLanguage(transcript: TranscriptMessage[]): string | undefined {
	return languageOf(customerText(transcript));
}

/** The languages the customer may be written to in: those of what they wrote, or else those of what they were answered. */
export function conversationLanguages(transcript: TranscriptMessage[]): ReadonlySet<string> {
	const own = languagesOf(customerText(transcript));
	if (own.size > 0) return own;
	const answers = transcript.filter(({ from, by }) => from === 'business' && by !== 'follow_up');
	return languagesOf(textOf(answers.slice(-BUSINESS_TEXTS)));
}

/** What the customer wrote lately, as one text. */
export function customerText(transcript: TranscriptMessage[]): string {
	// What a model saw in a picture is in the language of the model.
	const said = transcript.filter(({ from, media }) => from === 'customer' && media?.kind !== 'image');
	return textOf(said.slice(-CUSTOMER_TEXTS));
}

/** The newest first: of a long text only the beginning is read. */
function textOf(messages: TranscriptMessage[]): string {
	return messages
		.toReversed()
		.map(({ text }) => text ?? '')
		.join('\n');
}

const SCRIPTS = {
	Latin: /\p{Script=Latin}/gu,
	Cyrillic: /\p{Script=Cyrillic}/gu,
	Greek: /\p{Script=Greek}/gu,
	Arabic: /\p{Script=Arabic}/gu,
	Hebrew: /\p{Script=Hebrew}/gu,
	Devanagari: /\p{Script=Devanagari}/gu,
	Thai: /\p{Script=Thai}/gu,
	Hangul: /\p{Script=Hangul}/gu,
	'Chinese or Japanese': /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu,
};

/** The script most letters of a text are written in, or undefined without letters. */
export function scriptOf(text: string): string | undefined {
	const counts = Object.entries(SCRIPTS).map(([name, letters]) => ({
		name,
		count: text.match(letters)?.length ?? 0,
	}));
	const most = counts.reduce((best, one) => (one.count > best.count ? one : best));
	return most.count > 0 ? most.name : undefined;
}
