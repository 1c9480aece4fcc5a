import type { Language } from '../../options.ts';
import { untilItArrives } from './conversation.ts';
import { formsOf, type Steps } from './step-input.ts';

const WORDS = {
	es: {
		form: 'Crea un seguimiento con el formulario',
		formText:
			'Siete pasos cortos. Elige un retraso de pocos minutos. Al final se revisa con las mismas reglas y queda en la tabla de datos de n8n.',
		notYet: 'El enlace aparece aquí cuando n8n esté listo; hasta entonces mira el tablero.',
	},
	en: {
		form: 'Create a follow-up with the form',
		formText:
			'Seven short steps. Choose a delay of a few minutes. At the end it is checked by the same rules, and kept in n8n’s data table.',
		notYet: 'The link appears here when n8n is ready; until then look at the dashboard.',
	},
} as const satisfies Record<Language, Record<string, string>>;

/** The form first: without a row in the table there is nothing to follow up. */
export const table: Steps = (input) => {
	const words = WORDS[input.lang];
	const [link] = formsOf(input.workflow, input.places.n8n);
	return [
		{
			title: words.form,
			text: link ? words.formText : `${words.formText} ${words.notYet}`,
			...(link ? { link } : {}),
		},
		// What comes first is what the person has written, not what stands beside the template.
		...untilItArrives({ ...input, followUp: undefined }),
	];
};
