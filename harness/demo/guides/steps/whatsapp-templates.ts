import type { Language } from '../../options.ts';
import { formsOf, type Steps } from './step-input.ts';

const WORDS = {
	es: {
		create: 'Crea una plantilla',
		createText:
			'Por ejemplo: nombre «aviso_de_cita», categoría de utilidad, idioma «es», texto «Hola {{1}}, te esperamos mañana.» y un ejemplo para {{1}}.',
		mail: 'Meta la revisa',
		mailText: 'Aquí tarda tres segundos. El flujo oye el resultado y lo manda por correo: aparece abajo.',
		list: 'Mira la lista',
		listText:
			'Las que tiene la cuenta, con su estado. Si el nombre contiene «reject», el sandbox la rechaza.',
		use: 'Úsala en un seguimiento',
		useText: 'En el tablero, al crear un seguimiento, se elige de la lista con vista previa.',
		open: 'Crear seguimiento en el tablero',
		notYet: 'El enlace aparece aquí cuando n8n esté listo.',
	},
	en: {
		create: 'Create a template',
		createText:
			'For example: name “appointment_notice”, category utility, language “en”, text “Hello {{1}}, see you tomorrow.” and an example for {{1}}.',
		mail: 'Meta reviews it',
		mailText:
			'Here it takes three seconds. The workflow hears the result and sends it by mail: it appears below.',
		list: 'Look at the list',
		listText:
			'Those of the account, with their status. If the name contains “reject”, the sandbox rejects it.',
		use: 'Use it in a follow-up',
		useText: 'On the dashboard it is chosen from a list with a preview when you create a follow-up.',
		open: 'Create a follow-up on the dashboard',
		notYet: 'The link appears here when n8n is ready.',
	},
} as const satisfies Record<Language, Record<string, string>>;

/** A template from the form to Meta's answer, and into a follow-up. */
export const whatsAppTemplates: Steps = ({ lang, workflow, places }) => {
	const words = WORDS[lang];
	const [create, list] = formsOf(workflow, places.n8n);
	const by = (text: string, link: typeof create) =>
		link ? { text, link } : { text: `${text} ${words.notYet}` };
	return [
		{ title: words.create, ...by(words.createText, create) },
		{ title: words.mail, text: words.mailText, until: 'mail' },
		{ title: words.list, ...by(words.listText, list) },
		{
			title: words.use,
			text: words.useText,
			link: { label: words.open, url: `${places.dashboard}?lang=${lang}&view=edit` },
		},
	];
};
