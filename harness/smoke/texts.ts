import type { Language } from '../demo/options.ts';

/** What is written in the smoke. Each customer tells who they are, so that their message can be found in the store. */
export interface SmokeTexts {
	request: (who: string) => string;
	answer: string;
	/** Asked once more, by somebody who has not confirmed. */
	question: string;
	confirmation: string;
	refusal: string;
}

export const SMOKE_TEXTS: Record<Language, SmokeTexts> = {
	es: {
		request: (who) => `Hola, soy ${who} y quiero pedir una cita para esta semana`,
		answer: 'Tenemos mañana a las 10. ¿Te va bien?',
		question: '¿Y el sábado también atienden?',
		confirmation: 'Sí, confirmo',
		refusal: 'stop',
	},
	en: {
		request: (who) => `Hello, this is ${who}; I would like an appointment this week`,
		answer: 'We have tomorrow at 10. Does that suit you?',
		question: 'Are you open on Saturday, too?',
		confirmation: 'Yes, I confirm',
		refusal: 'stop',
	},
};
