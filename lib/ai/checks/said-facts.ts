import { DateTime } from 'luxon';
import type { FollowUpDefinition } from '../../follow-up/definition.ts';
import { factsIn, type Facts } from '../facts/facts.ts';
import { READ_LANGUAGES, type ReadLanguage } from '../facts/number-words.ts';
import { folded } from '../facts/reading.ts';
import { languagesOf } from '../language.ts';
import type { WrittenText } from './check.ts';

/** Facts of one text, and when it was said. */
export interface Said {
	facts: Facts;
	at: DateTime;
	/** The text without capitals and accents, in which names are looked up. */
	plain: string;
}

/** What was stated, by whom. */
export interface SaidFacts {
	business: Said[];
	customer: Said[];
	/** The language in which the conversation is read. */
	language: ReadLanguage | undefined;
}

/** Of the settings no more is read: they are the business's own, and nobody writes a book there. */
const SETTINGS_CHARACTERS = 12_000;

const remembered = new WeakMap<WrittenText['transcript'], { written: WrittenText; said: SaidFacts }>();

/** What `readFacts` gives; the texts of one answer are compared with the same. */
export function saidFacts(written: WrittenText): SaidFacts {
	const known = remembered.get(written.transcript);
	const language = languageOf(written);
	const isSame =
		known?.said.language === language &&
		known?.written.chatbot === written.chatbot &&
		known.written.now.getTime() === written.now.getTime();
	if (isSame && known) return known.said;
	const said = readFacts(written, language);
	remembered.set(written.transcript, { written, said });
	return said;
}

function languageOf({ text, seen }: WrittenText): ReadLanguage | undefined {
	return readLanguageOf(text) ?? readLanguageOf(seen.map((message) => message.text ?? '').join('\n'));
}

/** Everything the business and the customer have stated, each text read in its language and counted from its day. */
function readFacts(written: WrittenText, language: ReadLanguage | undefined): SaidFacts {
	const { seen, chatbot, now } = written;
	const zone = chatbot.settings.timeZone;
	const today = DateTime.fromJSDate(now, { zone });
	const read = (one: string, at: DateTime): Said => ({
		...{ at, plain: folded(one) },
		facts: factsIn(one, { language: readLanguageOf(one) ?? language, at, isLenient: true }),
	});
	const by = (from: 'business' | 'customer') =>
		seen
			.filter((message) => message.from === from)
			.map((message) => read(message.text ?? '', DateTime.fromISO(message.at, { zone })));
	let room = SETTINGS_CHARACTERS;
	const settings = settingsOf(written).filter((one) => (room -= one.length) >= 0);
	return {
		business: [...settings.map((one) => read(one, today)), ...by('business')],
		customer: by('customer'),
		language,
	};
}

function readLanguageOf(text: string): ReadLanguage | undefined {
	const languages = languagesOf(text);
	const read = READ_LANGUAGES.filter((one) => languages.has(one));
	return read.length === 1 ? read[0] : undefined;
}

function settingsOf({ chatbot: { settings, stopCondition, followUps } }: WrittenText): string[] {
	return [settings.voice, stopCondition, ...followUps.flatMap(textsOf)].filter((text) => text !== '');
}

function textsOf({
	name,
	description,
	message,
	messageInstructions,
	template,
}: FollowUpDefinition): string[] {
	return [
		name,
		description,
		message,
		messageInstructions,
		...(template?.parameters.map(({ text }) => text) ?? []),
	];
}
