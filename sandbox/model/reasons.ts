import { languageOf } from './text.ts';
import type { Input, Topic } from './types.ts';

interface Reasons {
	/** What every reason begins with, so that nobody takes it for that of a model. */
	note: string;
	said(words: string): string;
	neither: string;
	about(topic: Topic): string;
	any: string;
	other(topics: Topic[], talkedAbout: Topic[]): string;
}

const TOPICS_ES: Record<Topic, string> = {
	appointment: 'una cita',
	purchase: 'una compra',
	product: 'un producto',
	service: 'un servicio',
};

const spanish = (topics: Topic[]): string => topics.map((topic) => TOPICS_ES[topic]).join(', ');

const REASONS: Record<'en' | 'es', Reasons> = {
	en: {
		note: 'Sandbox stand-in (no AI):',
		said: (words) => `the customer wrote "${words}".`,
		neither: 'the last customer messages say neither yes, cancel nor not interested.',
		about: (topic) => `the follow-up and the conversation are both about ${topic}.`,
		any: 'the follow-up names no topic, so it fits every conversation.',
		other: (topics, talkedAbout) =>
			`the follow-up is about ${topics.join(', ')}; the conversation is about ${talkedAbout.join(', ') || 'none of the known topics'}.`,
	},
	es: {
		note: 'Simulador (sin IA):',
		said: (words) => `el cliente escribió «${words}».`,
		neither: 'los últimos mensajes del cliente no dicen que sí, ni que cancela, ni que no le interesa.',
		about: (topic) => `el seguimiento y la conversación tratan de lo mismo: ${TOPICS_ES[topic]}.`,
		any: 'el seguimiento no nombra ningún tema, así que sirve para cualquier conversación.',
		other: (topics, talkedAbout) =>
			`el seguimiento trata de ${spanish(topics)}; la conversación, de ${spanish(talkedAbout) || 'ninguno de los temas conocidos'}.`,
	},
};

/** The words of reasons, in the language of the stop condition as the question asks for. */
export function reasonsFor({ stopWhen = '' }: Input): Reasons {
	return REASONS[languageOf(stopWhen, 'en') === 'es' ? 'es' : 'en'];
}
