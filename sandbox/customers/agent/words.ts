import type { Settings } from '../../settings.ts';

// The agent has no intelligence here: it says one of these.
const lines: Record<
	Settings['lang'],
	{ answers: string[]; handsOver: string; goodbye: string; summary: string }
> = {
	es: {
		answers: [
			'Soy el asistente de Sandbox Business. Abrimos de lunes a sábado, de 9 a 18 h. ¿En qué te ayudo?',
			'Puedo buscarte una hora o un precio. ¿Qué necesitas?',
			'Tomo nota. ¿Algo más?',
		],
		handsOver: 'Te paso con una persona del equipo.',
		goodbye: 'De acuerdo, no te escribimos más.',
		summary: 'El cliente habló con el asistente. Lo último que dijo: «{text}».',
	},
	en: {
		answers: [
			'I am the assistant of Sandbox Business. We are open Monday to Saturday, 9 to 18. How can I help?',
			'I can look up a time or a price. What do you need?',
			'Noted. Anything else?',
		],
		handsOver: 'I will hand you over to somebody on the team.',
		goodbye: 'All right, we will not write to you again.',
		summary: 'The customer talked to the assistant. Their last words: “{text}”.',
	},
};

const forPerson = /\b(persona|humano|asesora?|person|human|somebody|someone|pessoa|atendente)\b/i;

/** Whether the customer asks the agent for a person. */
export function asksForPerson(text: string): boolean {
	return forPerson.test(text);
}

/** What the agent says for the `turn`-th time in this thread. */
export function answerOf(lang: Settings['lang'], turn: number): string {
	const { answers } = lines[lang];
	return answers[turn % answers.length] ?? '';
}

export const handsOverOf = (lang: Settings['lang']) => lines[lang].handsOver;
export const goodbyeOf = (lang: Settings['lang']) => lines[lang].goodbye;

/** What the agent tells the business about the thread it hands over. */
export function summaryOf(lang: Settings['lang'], text: string): string {
	return lines[lang].summary.replace('{text}', () => text);
}
