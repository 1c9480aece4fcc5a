import type { Language } from '../../options.ts';
import { untilItArrives } from './conversation.ts';
import { ownFollowUp } from './own-follow-up.ts';
import type { Steps } from './step-input.ts';

const WORDS = {
	es: {
		look: 'Mira el tablero',
		lookText:
			'Seguimientos, Programados, Registro, Conversaciones y Resultados: ahí está lo que acaba de pasar, y el motivo. Toca el nombre del cliente para ver su conversación.',
		open: 'Abrir el tablero',
	},
	en: {
		look: 'Look at the dashboard',
		lookText:
			'Follow-ups, Scheduled, Log, Conversations and Results: there is what has just happened, and why. Press the name of the customer to see the conversation.',
		open: 'Open the dashboard',
	},
} as const satisfies Record<Language, Record<string, string>>;

/** Something to look at, the page, and a follow-up written there. */
export const dashboard: Steps = (input) => {
	const words = WORDS[input.lang];
	const link = { label: words.open, url: `${input.places.dashboard}?lang=${input.lang}` };
	return [...untilItArrives(input), { title: words.look, text: words.lookText, link }, ...ownFollowUp(input)];
};
