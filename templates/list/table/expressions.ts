import type { Text } from '../../words.ts';

/** The data table. */
export const TABLE: Text = { es: 'seguimientos', en: 'follow_ups' };

/** Its columns: the fields of a follow-up, as Follow-Up Evaluate reads them from JSON, and its stop condition. */
export const COLUMNS = [
	...['name', 'colour'].map((name) => ({ name, type: 'string' })),
	{ name: 'active', type: 'boolean' },
	...['platforms', 'timing'].map((name) => ({ name, type: 'string' })),
	{ name: 'delay', type: 'number' },
	...['delayUnit', 'description', 'messageSource', 'message'].map((name) => ({ name, type: 'string' })),
	...['templateName', 'templateLanguage', 'stopCondition'].map((name) => ({ name, type: 'string' })),
];

interface Option {
	text: Text;
	value: string;
}

const option = (value: string, es: string, en: string): Option => ({ value, text: { es, en } });
const label = (es: string, en: string): { label: Text } => ({ label: { es, en } });
const choice = <T extends Option[]>(es: string, en: string, ...options: T) => ({ ...label(es, en), options });

/** What the pages ask, and what the answers stand for. */
export const ANSWERS = {
	author: label('¿Quién lo crea?', 'Who creates it?'),
	name: label('Nombre', 'Name'),
	colour: choice(
		...(['Color', 'Colour'] as const),
		option('blue', 'Azul', 'Blue'),
		option('green', 'Verde', 'Green'),
		option('orange', 'Naranja', 'Orange'),
		option('pink', 'Rosado', 'Pink'),
		option('purple', 'Morado', 'Purple'),
		option('red', 'Rojo', 'Red'),
		option('yellow', 'Amarillo', 'Yellow'),
	),
	delay: label('¿Cuánto tiempo?', 'How long?'),
	unit: choice(
		...(['Unidad', 'Unit'] as const),
		option('minutes', 'Minutos', 'Minutes'),
		option('hours', 'Horas', 'Hours'),
		option('days', 'Días', 'Days'),
	),
	timing: choice(
		...(['¿Quién elige el momento?', 'Who chooses the moment?'] as const),
		option('manual', 'El retraso de arriba', 'The delay above'),
		option('ai', 'La IA, en WhatsApp', 'The AI, on WhatsApp'),
	),
	platforms: choice(
		...(['¿Dónde?', 'Where?'] as const),
		option('whatsapp,instagram,messenger', 'En las tres plataformas', 'On all three platforms'),
		option('whatsapp', 'Solo en WhatsApp', 'Only on WhatsApp'),
		option('instagram,messenger', 'Solo en Instagram y Messenger', 'Only on Instagram and Messenger'),
	),
	description: label('Descripción', 'Description'),
	writer: choice(
		...(['¿Quién escribe el mensaje?', 'Who writes the message?'] as const),
		option('ai', 'La IA', 'The AI'),
		option('fixed', 'Yo', 'I do'),
	),
	message: label('Mensaje, si lo escribes tú', 'Message, if you write it'),
	template: label('Plantilla', 'Template'),
	stop: label('Condición de detención', 'Stop condition'),
	action: {
		...label('¿Qué hacemos?', 'What shall we do?'),
		options: [option('create', 'Crear', 'Create'), option('change', 'Cambiar algo', 'Change something')] as [
			Option,
			Option,
		],
	},
};

type Language = 'es' | 'en';

const answer = (key: string, { label: asked }: { label: Text }, language: Language) =>
	`String($('@${key}').first().json['${asked[language]}'] ?? '').trim()`;

/** Turns the chosen text back into what the definition calls it. */
const chosen = (key: string, asked: { label: Text; options: Option[] }, language: Language) => {
	const table = Object.fromEntries(asked.options.map(({ text, value }) => [text[language], value]));
	return `(${JSON.stringify(table)}[${answer(key, asked, language)}] ?? '')`;
};

const both = (make: (language: Language) => string): Text => ({ es: make('es'), en: make('en') });

/** The row as it will stand in the table. */
export const ROW = both(
	(language) => `={{ ({
  name: ${answer('page-name', ANSWERS.name, language)},
  colour: ${chosen('page-name', ANSWERS.colour, language)},
  active: true,
  platforms: ${chosen('page-delay', ANSWERS.platforms, language)},
  timing: ${chosen('page-delay', ANSWERS.timing, language)},
  delay: Number($('@page-delay').first().json['${ANSWERS.delay.label[language]}']),
  delayUnit: ${chosen('page-delay', ANSWERS.unit, language)},
  description: ${answer('page-description', ANSWERS.description, language)},
  messageSource: ${chosen('page-message', ANSWERS.writer, language)},
  message: ${answer('page-message', ANSWERS.message, language)},
  templateName: ${answer('page-template', ANSWERS.template, language)}.split(':')[0].trim(),
  templateLanguage: (${answer('page-template', ANSWERS.template, language)}.split(':')[1] ?? '').trim(),
  stopCondition: ${answer('page-stop', ANSWERS.stop, language)}
}) }}`,
);

/** What a rule refuses: when, and in which words. */
const REFUSALS: [when: string, es: string, en: string][] = [
	["row.name === ''", 'Falta el nombre.', 'The name is missing.'],
	[
		'row.name.length > 100',
		'El nombre tiene más de 100 caracteres; acórtalo.',
		'The name has more than 100 characters; make it shorter.',
	],
	[
		'rows.some(({ name }) => name.toLowerCase() === row.name.toLowerCase())',
		'Ya hay un seguimiento con ese nombre; elige otro.',
		'There is a follow-up with that name already; choose another.',
	],
	[
		'rows.filter(({ active }) => active).length >= 5',
		'Ya hay 5 seguimientos activos, que es el máximo; desactiva uno en la tabla.',
		'There are 5 active follow-ups already, which is the most; switch one off in the table.',
	],
	['!(row.delay > 0)', 'El retraso debe ser mayor que 0.', 'The delay must be greater than 0.'],
	[
		'row.delay * ({ minutes: 1, hours: 60, days: 1440 })[row.delayUnit] > 365 * 1440',
		'El retraso puede ser de 365 días como máximo.',
		'The delay can be 365 days at most.',
	],
	["row.description === ''", 'Falta la descripción.', 'The description is missing.'],
	[
		"row.messageSource === 'fixed' && row.message === ''",
		'Elegiste escribir el mensaje y está vacío.',
		'You chose to write the message, and it is empty.',
	],
	[
		"row.templateName !== '' && !/^[a-z]{2,3}(_[A-Z]{2})?$/.test(row.templateLanguage)",
		'La plantilla se escribe nombre:idioma, por ejemplo confirmacion_de_compra:es.',
		'The template is written name:language, for example purchase_confirmation:en_US.',
	],
	["row.stopCondition === ''", 'Falta la condición de detención.', 'The stop condition is missing.'],
];

/** What has to be corrected, in plain words; what slips through is said by the rules themselves. */
export const PROBLEMS = both((language) => {
	const lines = REFUSALS.map(
		([when, es, en]) => `  ${when} ? ${JSON.stringify(language === 'es' ? es : en)} : ''`,
	).join(',\n');
	return `={{ (({ row, rows }, refused) => { const found = [
${lines}
].filter(Boolean); return found.length > 0 || !refused ? found : [refused]; })($('@compose').first().json, $json.error) }}`;
});

const NOTES: [when: string, es: string, en: string][] = [
	[
		"long && row.platforms !== 'whatsapp'",
		'En Instagram y Messenger se ajusta a 23 horas y 45 minutos.',
		'On Instagram and Messenger it moves to 23 hours and 45 minutes.',
	],
	[
		"long && row.platforms.includes('whatsapp') && row.templateName === ''",
		'En WhatsApp, sin plantilla, se ajusta a 23 horas y 45 minutos.',
		'On WhatsApp, without a template, it moves to 23 hours and 45 minutes.',
	],
	[
		"row.timing === 'ai' && row.platforms !== 'whatsapp'",
		'La IA elige el momento solo en WhatsApp; en las otras plataformas vale el retraso.',
		'The AI chooses the moment on WhatsApp only; on the other platforms the delay holds.',
	],
	[
		"row.templateName !== ''",
		'WhatsApp cobra cada plantilla que sale.',
		'WhatsApp charges for every template that goes out.',
	],
];

/** What the person reads before creating it. */
export const SUMMARY = both((language) => {
	const t = (es: string, en: string) => JSON.stringify(language === 'es' ? es : en);
	const notes = NOTES.map(([when, es, en]) => `${when} ? ${t(es, en)} : ''`).join(', ');
	const shown = (asked: { label: Text }, key: string) =>
		`${JSON.stringify(`${asked.label[language]}: `)} + ${answer(key, asked, language)}`;
	return `={{ (({ row }) => { const long = row.delay * ({ minutes: 1, hours: 60, days: 1440 })[row.delayUnit] > 1440;
return [
  ${shown(ANSWERS.name, 'page-name')},
  ${t('Retraso: ', 'Delay: ')} + row.delay + ' ' + ${answer('page-delay', ANSWERS.unit, language)}.toLowerCase(),
  ${shown(ANSWERS.platforms, 'page-delay')},
  ${shown(ANSWERS.description, 'page-description')},
  ${t('Mensaje: ', 'Message: ')} + (row.messageSource === 'fixed' ? row.message : ${t('lo escribe la IA', 'written by the AI')}),
  ${t('Plantilla: ', 'Template: ')} + (row.templateName || ${t('ninguna', 'none')}),
  ${shown(ANSWERS.stop, 'page-stop')},
  ${notes}
].filter(Boolean).join('\\n'); })($('@compose').first().json) }}`;
});
