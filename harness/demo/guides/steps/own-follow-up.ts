import type { Language } from '../../options.ts';
import type { Steps } from './step-input.ts';

const WORDS = {
	es: {
		create: 'Escribe tu propio seguimiento',
		createText:
			'En el tablero, por ejemplo: nombre «Mi primer seguimiento», retraso 2 minutos, descripción «Cuando el cliente no responde», mensaje propio «¿Seguimos por aquí?». Al guardarlo queda activo.',
		open: 'Crear seguimiento en el tablero',
		receive: 'Recíbelo en el teléfono',
		receiveText:
			'Vale para quien escribe desde ahora. Escribe como otro cliente, responde como negocio y adelanta hasta que llegue el tuyo.',
	},
	en: {
		create: 'Write a follow-up of your own',
		createText:
			'On the dashboard, for example: name “My first follow-up”, delay 2 minutes, description “When the customer does not answer”, your own message “Shall we go on?”. Saved, it is active.',
		open: 'Create a follow-up on the dashboard',
		receive: 'Receive it on the phone',
		receiveText:
			'It counts for who writes from now on. Write as another customer, answer as the business, and skip until yours arrives.',
	},
} as const satisfies Record<Language, Record<string, string>>;

/** A follow-up that a person writes on the dashboard, and receives. */
export const ownFollowUp: Steps = ({ lang, scenario, places }) => {
	const words = WORDS[lang];
	return [
		{
			title: words.create,
			text: words.createText,
			until: 'defined',
			link: { label: words.open, url: `${places.dashboard}?lang=${lang}&view=edit` },
		},
		{
			title: words.receive,
			text: words.receiveText,
			until: 'sent',
			isOwn: true,
			write: { who: 'other', text: scenario.customer },
		},
	];
};
