import { builtin, ifNode, setNode } from '../builtin-nodes.ts';
import { formEnd, formPage, formStart } from '../form-nodes.ts';
import { overview, section, SETUP } from '../notes.ts';
import { packageNode } from '../package-nodes.ts';
import { line, type Template } from '../template.ts';
import type { Text } from '../words.ts';

const LABELS = {
	name: { es: 'Nombre', en: 'Name' },
	category: { es: 'Categoría', en: 'Category' },
	language: { es: 'Idioma', en: 'Language' },
	body: { es: 'Texto', en: 'Text' },
	example1: { es: 'Ejemplo del primer hueco', en: 'Example for the first gap' },
	example2: { es: 'Ejemplo del segundo hueco', en: 'Example for the second gap' },
	show: { es: '¿Cuáles?', en: 'Which ones?' },
} satisfies Record<string, Text>;

const asked = (label: Text): Text => ({
	es: `={{ $('@start').first().json['${label.es}'] }}`,
	en: `={{ $('@start').first().json['${label.en}'] }}`,
});

const ALL = { es: 'Todas', en: 'All' };
const STATUSES: [status: string, text: Text][] = [
	['APPROVED', { es: 'Aprobadas', en: 'Approved' }],
	['PENDING', { es: 'En revisión', en: 'In review' }],
	['REJECTED', { es: 'Rechazadas', en: 'Rejected' }],
	['PAUSED', { es: 'En pausa', en: 'Paused' }],
];

const list = (language: 'es' | 'en') => {
	const wanted = Object.fromEntries(STATUSES.map(([status, text]) => [text[language], status]));
	const nothing = language === 'es' ? 'No hay ninguna.' : 'There are none.';
	return `={{ ((wanted) => $('@many').all().map(({ json }) => json).filter(({ name, status }) => name && (!wanted || status === wanted)).map(({ name, language, status, category, text }) => name + ' (' + language + ') · ' + status + ' · ' + category + '\\n' + text).join('\\n\\n') || '${nothing}')((${JSON.stringify(wanted)})[$('@list').first().json['${LABELS.show[language]}']]) }}`;
};

/** What will be handed in, as it was typed. */
const review = (language: 'es' | 'en') => {
	const rows = [LABELS.name, LABELS.category, LABELS.language, LABELS.body, LABELS.example1, LABELS.example2];
	const labels = rows.map((label) => label[language]);
	return `={{ ((given) => ${JSON.stringify(labels)}.filter((label) => given[label]).map((label) => label + ': ' + given[label]).join('\\n'))($('@start').first().json) }}`;
};

const TEMPLATE_KEY = {
	...{ __rl: true, mode: 'id' },
	value: "={{ $('@create').first().json.name + ':' + $('@create').first().json.language }}",
};
const ACCOUNT = "={{ $('@account').first().json.whatsAppAccount }}";

/** WhatsApp templates for people who do not open Meta's manager. */
export const templatesByForm: Template = {
	file: { es: 'plantillas-de-whatsapp', en: 'whatsapp-templates' },
	name: {
		es: 'Crear plantillas de WhatsApp con un formulario, verlas y saber cuándo Meta las aprueba',
		en: 'Create WhatsApp templates with a form, list them and learn when Meta approves them',
	},
	stickies: [
		overview({
			title: { es: 'Plantillas de WhatsApp por formulario', en: 'WhatsApp templates by form' },
			works: [
				{
					es: 'Para enviar un seguimiento después de 24 horas hace falta una plantilla aprobada. El formulario **Crear plantilla** la muestra para revisarla y luego la envía a Meta. Lo que Meta no acepta se explica en la misma página; lo que acepta queda en revisión, y con un clic se vuelve a mirar hasta ver la respuesta.',
					en: 'A follow-up after 24 hours needs an approved template. The form **Create template** shows it for review, then hands it in at Meta. What Meta does not take is explained on the same page; what it takes is in review, and one click looks again until the answer is there.',
				},
				{
					es: 'El formulario **Ver plantillas** muestra las que hay, con su estado, categoría y texto. Cuando Meta aprueba, rechaza o pausa una plantilla, llega un correo. La revisión suele tardar de minutos a un día.',
					en: 'The form **List templates** shows what there is, with status, category and text. When Meta approves, rejects or pauses a template, an e-mail arrives. A review usually takes from minutes to a day.',
				},
			],
			setup: [
				SETUP.meta,
				{
					es: 'Escribe en **Cuenta** el ID de tu cuenta de WhatsApp (no el del número), como aparece en el administrador de WhatsApp.',
					en: 'Write the ID of your WhatsApp account (not of the number) into **Account**, as the WhatsApp Manager shows it.',
				},
				{
					es: 'Crea una credencial **Basic Auth** para los dos formularios y una **SMTP** para el correo; cambia ahí el remitente y el destinatario.',
					en: 'Create a credential **Basic Auth** for the two forms and one **SMTP** for the e-mail; change sender and recipient there.',
				},
				{
					es: 'Publica el flujo y registra en Meta la URL del disparador, con el campo *message_template_status_update*.',
					en: 'Publish the workflow and enter the URL of the trigger at Meta, with the field *message_template_status_update*.',
				},
			],
			height: 880,
		}),
		section(
			'begin',
			{ es: 'Los dos formularios', en: 'The two forms' },
			{ es: 'Arriba se crea, abajo se mira.', en: 'Above for creating, below for looking.' },
			[-40, 500],
			{ height: 560 },
		),
		section(
			'create',
			{ es: 'Crear y ver la respuesta', en: 'Create and see the answer' },
			{
				es: 'Se mira el estado cada vez que la persona hace clic, hasta que Meta responde.',
				en: 'The status is looked at each time the person clicks, until Meta has answered.',
			},
			[480, 1060],
			{ height: 560 },
		),
		section(
			'news',
			{ es: 'Noticias de Meta', en: 'News from Meta' },
			{ es: 'Cada cambio de una plantilla, por correo.', en: 'Each change of a template, by e-mail.' },
			[-40, 500],
			{ y: 420, height: 300 },
		),
		section(
			'list',
			{ es: 'Ver las que hay', en: 'List what there is' },
			{ es: 'Con estado, categoría y texto.', en: 'With status, category and text.' },
			[480, 920],
			{ y: 420, height: 300 },
		),
	],
	nodes: [
		formStart('start', { es: 'Crear plantilla', en: 'Create template' }, [0, 0], {
			title: { es: 'Crear plantilla de WhatsApp', en: 'Create WhatsApp template' },
			text: {
				es: 'Nombre en minúsculas, sin tildes y con guiones bajos. En el texto, {{1}} y {{2}} son huecos que se llenan al enviar; da un ejemplo de cada uno.',
				en: 'Name in lowercase letters with underscores. In the text, {{1}} and {{2}} are gaps that are filled when it is sent; give an example of each.',
			},
			fields: [
				{
					label: LABELS.name,
					required: true,
					placeholder: { es: 'retomar_conversacion', en: 'continue_conversation' },
				},
				{
					...{ label: LABELS.category, type: 'dropdown', required: true },
					options: [
						{ es: 'marketing', en: 'marketing' },
						{ es: 'utility', en: 'utility' },
					],
				},
				{ label: LABELS.language, required: true, placeholder: { es: 'es', en: 'en_US' } },
				{ label: LABELS.body, type: 'textarea', required: true },
				{ label: LABELS.example1 },
				{ label: LABELS.example2 },
			],
			button: { es: 'Revisar', en: 'Review' },
		}),
		formStart('list', { es: 'Ver plantillas', en: 'List templates' }, [0, 240], {
			title: { es: 'Plantillas de WhatsApp', en: 'WhatsApp templates' },
			text: { es: 'Elige cuáles quieres ver.', en: 'Choose which ones you want to see.' },
			fields: [
				{
					...{ label: LABELS.show, type: 'dropdown', required: true },
					options: [ALL, ...STATUSES.map(([, text]) => text)],
				},
			],
			button: { es: 'Ver', en: 'Show' },
		}),
		setNode('account', { es: 'Cuenta', en: 'Account' }, [160, 120], [['whatsAppAccount', '200000000000001']]),
		ifNode(
			'creating',
			{ es: '¿Crear o ver?', en: 'Create or list?' },
			[320, 120],
			[{ left: "={{ $('@start').isExecuted }}", operation: 'true', type: 'boolean' }],
		),
		// Nothing happens before this page: its address is signed, so no foreign page can post to it in somebody's name.
		formPage('review', { es: 'Revisar y enviar', en: 'Review and hand in' }, [500, 0], {
			title: { es: 'Revisar y enviar', en: 'Review and hand in' },
			text: { es: review('es'), en: review('en') },
			fields: [],
			button: { es: 'Enviar a Meta', en: 'Hand in at Meta' },
		}),
		packageNode(
			'metaMessaging',
			'create',
			{ es: 'Enviar a Meta', en: 'Hand in at Meta' },
			[640, 0],
			{
				...{ resource: 'template', operation: 'create', whatsAppAccount: ACCOUNT },
				...{ name: asked(LABELS.name), category: asked(LABELS.category), language: asked(LABELS.language) },
				body: asked(LABELS.body),
				examples: {
					values: [
						{ variable: '1', example: asked(LABELS.example1) },
						{ variable: '2', example: asked(LABELS.example2) },
					],
				},
			},
			{ more: { onError: 'continueRegularOutput' } },
		),
		ifNode(
			'taken',
			{ es: '¿Aceptada?', en: 'Taken?' },
			[780, 0],
			[{ left: '={{ $json.error }}', operation: 'empty', type: 'string' }],
		),
		formPage('pending', { es: 'En revisión', en: 'In review' }, [940, -20], {
			title: { es: 'En revisión', en: 'In review' },
			text: {
				es: "={{ 'Meta recibió «' + $('@create').first().json.name + '» y la está revisando. Puedes cerrar esta página: el resultado también llega por correo.' }}",
				en: "={{ 'Meta has got \"' + $('@create').first().json.name + '\" and is looking at it. You may close this page: the result also arrives by e-mail.' }}",
			},
			fields: [],
			button: { es: 'Mirar de nuevo', en: 'Look again' },
		}),
		packageNode('metaMessaging', 'look', { es: 'Mirar el estado', en: 'Look at the status' }, [1080, -20], {
			...{ resource: 'template', operation: 'get', whatsAppAccount: ACCOUNT, template: TEMPLATE_KEY },
		}),
		ifNode(
			'answered',
			{ es: '¿Ya respondió?', en: 'Answered?' },
			[1220, -20],
			[{ left: '={{ $json.status }}', operation: 'notEquals', right: 'PENDING' }],
		),
		formEnd(
			'end',
			{ es: 'Respuesta de Meta', en: "Meta's answer" },
			[1380, -20],
			{
				es: "={{ $json.status === 'APPROVED' ? 'Plantilla aprobada' : 'Meta respondió: ' + $json.status }}",
				en: "={{ $json.status === 'APPROVED' ? 'Template approved' : 'Meta answered: ' + $json.status }}",
			},
			{
				es: "={{ $json.name + ' (' + $json.language + ') · ' + $json.category + '\\n' + $json.text }}",
				en: "={{ $json.name + ' (' + $json.language + ') · ' + $json.category + '\\n' + $json.text }}",
			},
		),
		formEnd(
			'refused',
			{ es: 'No fue aceptada', en: 'It was not taken' },
			[940, 200],
			{ es: 'La plantilla no fue aceptada', en: 'The template was not taken' },
			"={{ $json.error + '\\n' + ($json.message ?? '') }}",
		),
		packageNode(
			'metaMessagingTrigger',
			'arrives',
			{ es: 'Cambia una plantilla', en: 'A template changes' },
			[80, 540],
			{
				...{ events: ['templates'], settings: { includeRaw: true } },
			},
			{ pinned: [exampleChange()] },
		),
		builtin(
			'emailSend',
			2.1,
			'mail',
			{ es: 'Avisar por correo', en: 'Tell by e-mail' },
			[280, 540],
			{
				...{ fromEmail: 'n8n@example.com', toEmail: 'team@example.com', emailFormat: 'text' },
				subject: {
					es: "={{ 'Plantilla ' + ($json.event.raw.message_template_name ?? '') + ': ' + ($json.event.raw.event ?? $json.event.raw.new_quality_score ?? $json.event.raw.new_category ?? 'cambió') }}",
					en: "={{ 'Template ' + ($json.event.raw.message_template_name ?? '') + ': ' + ($json.event.raw.event ?? $json.event.raw.new_quality_score ?? $json.event.raw.new_category ?? 'changed') }}",
				},
				text: {
					es: "={{ 'Idioma: ' + ($json.event.raw.message_template_language ?? '') + '\\nMotivo: ' + ($json.event.raw.reason ?? 'ninguno') + '\\nHora: ' + $json.event.at }}",
					en: "={{ 'Language: ' + ($json.event.raw.message_template_language ?? '') + '\\nReason: ' + ($json.event.raw.reason ?? 'none') + '\\nTime: ' + $json.event.at }}",
				},
				options: { appendAttribution: false },
			},
			{ more: { retryOnFail: true, maxTries: 3 } },
		),
		packageNode(
			'metaMessaging',
			'many',
			{ es: 'Pedir la lista', en: 'Get the list' },
			[540, 540],
			{
				...{ resource: 'template', operation: 'getMany', whatsAppAccount: ACCOUNT, returnAll: true },
			},
			{ more: { alwaysOutputData: true } },
		),
		{
			...formEnd(
				'shown',
				{ es: 'Mostrar la lista', en: 'Show the list' },
				[720, 540],
				{ es: 'Lista de plantillas', en: 'List of templates' },
				{ es: list('es'), en: list('en') },
			),
			more: { executeOnce: true },
		},
	],
	wires: [
		...line(
			'start',
			'account',
			'creating',
			'review',
			'create',
			'taken',
			'pending',
			'look',
			'answered',
			'end',
		),
		...line('list', 'account'),
		{ from: 'taken', to: 'refused', output: 1 },
		{ from: 'answered', to: 'pending', output: 1 },
		{ from: 'creating', to: 'many', output: 1 },
		...line('many', 'shown'),
		...line('arrives', 'mail'),
	],
};

/** What Meta tells when a template was approved. */
function exampleChange(): object {
	return {
		event: {
			...{ kind: 'template', id: 'example', channel: 'whatsapp', account: '200000000000001' },
			...{ contact: { id: '200000000000001' }, at: '2026-11-23T15:00:00.000Z', opensWindow: false },
			raw: {
				...{ field: 'message_template_status_update', event: 'APPROVED', reason: 'NONE' },
				...{ message_template_name: 'retomar_conversacion', message_template_language: 'es' },
			},
		},
	};
}
