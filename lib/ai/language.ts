import type { TranscriptMessage } from '../messaging/conversation.ts';
import { plainWords } from '../messaging/plain-words.ts';

export type Language = 'es' | 'en' | 'pt';

/**
 * Words that occur in one of the three languages only, compared without accents. Statistical detectors are made for
 * paragraphs and guess at chat messages of five words; here a wrong guess would hold a good message back, so nothing is
 * said unless the words are unmistakable.
 */
const ONLY_IN: Record<Language, Set<string>> = {
	es: words(
		'hola gracias usted ustedes quiero quisiera cuanto cuesta precio manana buenos buenas el los las y con pero muy ' +
			'tienen puedo hay del al su en si ahora cita hoy donde cuando estoy soy tengo gustaria seguimos ayudarte ' +
			'ayudar aun todavia usted es una unas unos tu le les nuestro nuestra tienes quieres puedes semana',
	),
	en: words(
		'the and you your is are hello hi thanks thank please would want how much price appointment tomorrow today have ' +
			'can with my for it we this that what when still interested let know of not i am was will if there here',
	),
	pt: words(
		'ola oi obrigado obrigada voce voces quero gostaria quanto custa preco amanha bom boa tem posso com uma um nao ' +
			'meu minha ainda muito tudo os da na em eu isso hoje onde agora estou sou tenho seu sua ja ate sim e ' +
			'nosso nossa ajudar quer pode consulta agendamento horario',
	),
};
// Shared by two of them after all.
for (const shared of ['es', 'ajudar', 'consulta', 'horario', 'e', 'tu', 'si', 'le']) {
	for (const own of Object.values(ONLY_IN)) own.delete(shared);
}

/** So many different words more than in any other language make it certain. */
const LEAD = 2;

/** How many of the customer's newest texts tell their language. */
const CUSTOMER_TEXTS = 12;

function words(list: string): Set<string> {
	return new Set(list.split(' '));
}

/** The language of a text, or undefined unless it is unmistakable. */
export function languageOf(text: string): Language | undefined {
	const said = [...new Set(plainWords(text).split(' '))];
	const scores = (Object.keys(ONLY_IN) as Language[])
		.map((language) => ({ language, score: said.filter((word) => ONLY_IN[language].has(word)).length }))
		.sort((a, b) => b.score - a.score);
	const [best, second] = scores;
	return best && second && best.score - second.score >= LEAD ? best.language : undefined;
}

/** The language the customer writes in, or undefined unless it is unmistakable. */
export function customerLanguage(transcript: TranscriptMessage[]): Language | undefined {
	return languageOf(customerText(transcript));
}

/** What the customer wrote lately, as one text. */
export function customerText(transcript: TranscriptMessage[]): string {
	const texts = transcript.filter(({ from }) => from === 'customer').map(({ text }) => text ?? '');
	return texts.slice(-CUSTOMER_TEXTS).join('\n');
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
