import { builtin, filterNode, ifNode, setNode } from '../builtin-nodes.ts';
import { formEnd, formPage, formStart, type Field } from '../form-nodes.ts';
import { overview, section, SETUP } from '../notes.ts';
import {
	dueTrigger,
	evaluateWith,
	keepNode,
	messageTrigger,
	modelParameters,
	packageNode,
	sendNode,
	USUAL_SETTINGS,
} from '../package-nodes.ts';
import { line, type Template } from '../template.ts';
import type { Text } from '../words.ts';
import { ANSWERS, COLUMNS, PROBLEMS, ROW, SUMMARY, TABLE } from './table/expressions.ts';

const NEXT = { es: 'Siguiente', en: 'Next' };
const tableLocator = { __rl: true, mode: 'name', value: TABLE };

const page = (key: string, name: Text, x: number, text: Text, fields: Field[]) =>
	formPage(key, name, [x, 860], { title: name, text, fields, button: NEXT });

/** What was answered before stands in the field again when a person comes back to correct something. */
const before = (key: string, label: Text): Text => ({
	es: `={{ $('@${key}').isExecuted ? $('@${key}').first().json['${label.es}'] : '' }}`,
	en: `={{ $('@${key}').isExecuted ? $('@${key}').first().json['${label.en}'] : '' }}`,
});

const field = (
	key: string,
	answer: (typeof ANSWERS)[keyof typeof ANSWERS],
	more: Partial<Field> = {},
): Field => ({
	...{ label: answer.label, filled: before(key, answer.label) },
	...('options' in answer ? { type: 'dropdown', options: answer.options.map(({ text }) => text) } : {}),
	...more,
});

const pages = [
	page(
		'page-name',
		{ es: '1. Nombre y color', en: '1. Name and colour' },
		760,
		{
			es: 'Un nombre que te diga de qué trata, de máximo 100 caracteres, por ejemplo «Recordatorio de cita - 4 horas». El color sirve para agrupar.',
			en: 'A name that tells you what it is about, at most 100 characters, for example "Appointment reminder - 4 hours". The colour is for grouping.',
		},
		[field('page-name', ANSWERS.name, { required: true }), field('page-name', ANSWERS.colour)],
	),
	page(
		'page-delay',
		{ es: '2. Retraso', en: '2. Delay' },
		920,
		{
			es: 'Cuánto tiempo después del último mensaje del cliente. En Instagram y Messenger, y en WhatsApp sin plantilla, como máximo 24 horas: si pones más, se ajusta solo. Que la IA elija el momento solo funciona en WhatsApp.',
			en: "How long after the customer's last message. On Instagram and Messenger, and on WhatsApp without a template, 24 hours at most: more than that is moved by itself. Letting the AI choose the moment works on WhatsApp only.",
		},
		[
			field('page-delay', ANSWERS.delay, { type: 'number', required: true }),
			field('page-delay', ANSWERS.unit, { required: true }),
			field('page-delay', ANSWERS.timing, { required: true }),
			field('page-delay', ANSWERS.platforms, { required: true }),
		],
	),
	page(
		'page-description',
		{ es: '3. Descripción', en: '3. Description' },
		1080,
		{
			es: 'Le dice a la IA cuándo y por qué enviarlo: la situación, la condición y qué se busca. Por ejemplo: «Enviar seguimiento cuando un cliente pregunta por un producto pero no responde en 6 horas».',
			en: 'Tells the AI when and why to send it: the situation, the condition and the aim. For example: "Send a follow-up when a customer asks about a product but does not answer within 6 hours".',
		},
		[field('page-description', ANSWERS.description, { type: 'textarea', required: true })],
	),
	page(
		'page-message',
		{ es: '4. Mensaje', en: '4. Message' },
		1240,
		{
			es: 'Sale dentro de la ventana de 24 horas. La IA lo escribe según cada conversación, o lo escribes tú y es igual para todos.',
			en: 'It goes inside the 24-hour window. The AI writes it to fit each conversation, or you write it and it is the same for everybody.',
		},
		[
			field('page-message', ANSWERS.writer, { required: true }),
			field('page-message', ANSWERS.message, { type: 'textarea' }),
		],
	),
	page(
		'page-template',
		{ es: '5. Plantilla de WhatsApp', en: '5. WhatsApp template' },
		1400,
		{
			es: 'Opcional. Una plantilla aprobada y sin variables es lo único que puede salir después de 24 horas, y WhatsApp la cobra. Escríbela como nombre:idioma.',
			en: 'Optional. An approved template without variables is the only thing that can go after 24 hours, and WhatsApp charges for it. Write it as name:language.',
		},
		[
			field('page-template', ANSWERS.template, {
				placeholder: { es: 'confirmacion_de_compra:es', en: 'purchase_confirmation:en_US' },
			}),
		],
	),
	page(
		'page-stop',
		{ es: '6. Condición de detención', en: '6. Stop condition' },
		1560,
		{
			es: 'Cuándo cancelar todo lo pendiente de una conversación. Por ejemplo: «Detener cuando el cliente confirma la cita, cancela o ya no está interesado».',
			en: 'When to cancel everything pending in a conversation. For example: "Stop when the customer confirms the appointment, cancels or is no longer interested".',
		},
		[field('page-stop', ANSWERS.stop, { type: 'textarea', required: true })],
	),
];

/** Follow-ups kept in a data table, and a form that leads through the making of one. */
export const keptInATable: Template = {
	file: { es: 'seguimientos-en-tabla', en: 'follow-ups-in-a-table' },
	name: {
		es: 'Crear seguimientos con un formulario y guardarlos en una tabla de datos de n8n',
		en: 'Create follow-ups with a form and keep them in an n8n data table',
	},
	stickies: [
		overview({
			title: { es: 'Seguimientos en una tabla, con formulario', en: 'Follow-ups in a table, with a form' },
			works: [
				{
					es: 'Para quien no abre flujos: un formulario guía paso a paso (nombre, color, retraso, descripción, mensaje, plantilla, condición de detención y revisión) y rechaza lo que las reglas rechazan, con palabras sencillas. Lo que se crea queda en la tabla de datos **seguimientos**. Ahí mismo se edita, se activa o se desactiva.',
					en: 'For people who do not open workflows: a form leads step by step (name, colour, delay, description, message, template, stop condition and review) and refuses what the rules refuse, in plain words. What is created is kept in the data table **follow_ups**. There it is edited, switched on or off.',
				},
				{
					es: 'Arriba, cuando llega un mensaje o la hora de un seguimiento, se leen las filas de la tabla y **Planear y decidir** las usa como están en ese momento. Las condiciones de detención de las filas activas valen todas.',
					en: 'Above, when a message arrives or a follow-up is due, the rows are read and **Plan and decide** uses them as they are at that moment. The stop conditions of the active rows all hold.',
				},
			],
			setup: [
				SETUP.meta,
				{
					es: 'Crea la credencial **OpenAI-Compatible API** y elige tu modelo en **Planear y decidir** y en **Revisar con las reglas**.',
					en: 'Create the credential **OpenAI-Compatible API** and choose your model in **Plan and decide** and **Check by the rules**.',
				},
				{
					es: 'Crea una credencial **Basic Auth** para el formulario y elígela en **Nuevo seguimiento**.',
					en: 'Create a credential **Basic Auth** for the form and choose it in **New follow-up**.',
				},
				{
					es: 'Publica el flujo, registra en Meta la URL del disparador y abre una vez el formulario: crea la tabla.',
					en: 'Publish the workflow, enter the URL of the trigger at Meta and open the form once: it creates the table.',
				},
			],
			height: 1600,
		}),
		section(
			'in',
			{ es: 'Qué entra', en: 'What comes in' },
			{
				es: 'Mensajes, y seguimientos cuya hora llegó.',
				en: 'Messages, and follow-ups whose time has come.',
			},
			[-40, 220],
			{ height: 700 },
		),
		section(
			'table',
			{ es: 'Qué hay en la tabla', en: 'What is in the table' },
			{
				es: 'Se leen las filas y se unen a lo que entró. Con la tabla vacía no pasa nada.',
				en: 'The rows are read and joined to what came in. With an empty table nothing happens.',
			},
			[200, 660],
			{ height: 700 },
		),
		section(
			'decide',
			{ es: 'Qué se decide', en: 'What is decided' },
			{
				es: 'Con las filas como definiciones. De noche no sale nada: *Quiet Hours*.',
				en: 'With the rows as definitions. Nothing goes at night: *Quiet Hours*.',
			},
			[880, 240],
			{ height: 700 },
		),
		section(
			'out',
			{ es: 'Qué sale', en: 'What goes out' },
			{ es: 'Arriba, a la espera. Abajo, el envío.', en: 'Above, waiting. Below, the sending.' },
			[1140, 260],
			{ height: 700 },
		),
		section(
			'begin',
			{ es: 'Comienzo del formulario', en: 'Start of the form' },
			{
				es: 'Crea la tabla si falta y lee lo que ya existe.',
				en: 'Creates the table if it is missing and reads what is there.',
			},
			[-40, 720],
			{ y: 680, height: 340 },
		),
		section(
			'pages',
			{ es: 'Los pasos', en: 'The steps' },
			{ es: 'Una página por paso.', en: 'One page for each step.' },
			[700, 1020],
			{ y: 680, height: 340 },
		),
		section(
			'check',
			{ es: 'La revisión', en: 'The check' },
			{
				es: 'Las mismas reglas que planean rechazan aquí lo que no se puede. Nada se planea ni se envía.',
				en: 'The same rules that plan refuse here what cannot be. Nothing is planned or sent.',
			},
			[-40, 720],
			{ y: 1040, height: 400 },
		),
		section(
			'save',
			{ es: 'Guardar o corregir', en: 'Save or correct' },
			{
				es: 'Con errores se vuelve al primer paso, con lo escrito.',
				en: 'With errors it goes back to the first step, with what was written.',
			},
			[700, 1020],
			{ y: 1040, height: 400 },
		),
	],
	nodes: [
		messageTrigger([0, 0], { es: 'Hola, ¿cuánto vale el producto?', en: 'Hello, how much is the product?' }),
		dueTrigger([0, 280]),
		builtin(
			'dataTable',
			1,
			'read',
			{ es: 'Leer la tabla', en: 'Read the table' },
			[260, 280],
			{
				...{ resource: 'row', operation: 'get', dataTableId: tableLocator, returnAll: true },
			},
			{ more: { executeOnce: true, alwaysOutputData: true } },
		),
		setNode(
			'collect',
			{ es: 'Juntar las filas', en: 'Collect the rows' },
			[420, 280],
			[
				['followUps', "={{ $('@read').all().map(({ json }) => json).filter(({ name }) => name) }}", 'array'],
				[
					'stopCondition',
					"={{ [...new Set($('@read').all().filter(({ json }) => json.active).map(({ json }) => json.stopCondition))].join('; ') || '-' }}",
				],
			],
			{},
			{ more: { executeOnce: true } },
		),
		builtin('merge', 3, 'join', { es: 'Unir', en: 'Join' }, [580, 140], {
			...{ mode: 'combine', combineBy: 'combineAll', options: {} },
		}),
		filterNode(
			'some',
			{ es: 'Si hay filas', en: 'If there are rows' },
			[740, 140],
			[{ left: '={{ $json.followUps }}', operation: 'notEmpty', type: 'array' }],
		),
		evaluateWith([940, 140], {
			...{ defineFollowUps: 'json', followUpsJson: '={{ $json.followUps }}' },
			...{ stopCondition: '={{ $json.stopCondition }}', ...modelParameters() },
			settings: USUAL_SETTINGS,
		}),
		keepNode([1220, 0]),
		sendNode([1220, 280]),
		formStart('start', { es: 'Nuevo seguimiento', en: 'New follow-up' }, [0, 860], {
			title: { es: 'Crear seguimiento', en: 'Create follow-up' },
			text: {
				es: 'En siete pasos. Al final revisas todo antes de crearlo.',
				en: 'In seven steps. At the end you review everything before it is created.',
			},
			fields: [{ label: ANSWERS.author.label, required: true }],
			button: { es: 'Empezar', en: 'Start' },
		}),
		builtin(
			'dataTable',
			1,
			'make-table',
			{ es: 'Crear la tabla si falta', en: 'Create table if missing' },
			[180, 860],
			{
				...{ resource: 'table', operation: 'create', tableName: TABLE },
				...{ columns: { column: COLUMNS }, options: { createIfNotExists: true } },
			},
		),
		builtin(
			'dataTable',
			1,
			'known',
			{ es: 'Los que ya existen', en: 'Those that exist' },
			[360, 860],
			{
				...{ resource: 'row', operation: 'get', dataTableId: tableLocator, returnAll: true },
			},
			{ more: { executeOnce: true, alwaysOutputData: true } },
		),
		setNode(
			'known-list',
			{ es: 'Lista', en: 'List' },
			[540, 860],
			[['rows', "={{ $('@known').all().map(({ json }) => json).filter(({ name }) => name) }}", 'array']],
			{},
			{ more: { executeOnce: true } },
		),
		...pages,
		setNode(
			'compose',
			{ es: 'Componer', en: 'Compose' },
			[0, 1220],
			[
				['row', ROW, 'object'],
				['rows', "={{ $('@known-list').first().json.rows }}", 'array'],
				// A conversation that does not exist: with it the rules can be asked without anything being planned.
				[
					'event',
					"={{ { kind: 'message', id: 'form', channel: 'whatsapp', account: '0', contact: { id: 'form' }, at: $now.toUTC().toISO(), opensWindow: true } }}",
					'object',
				],
				[
					'conversation',
					"={{ { key: 'whatsapp:0:form', channel: 'whatsapp', account: '0', contact: { id: 'form' }, lastInboundAt: $now.toUTC().toISO(), lastInboundId: 'form', windowOpenedAt: $now.toUTC().toISO(), windowOpenedBy: 'message' } }}",
					'object',
				],
			],
		),
		packageNode(
			'followUpEvaluate',
			'check',
			{ es: 'Revisar con las reglas', en: 'Check by the rules' },
			[180, 1220],
			{
				defineFollowUps: 'json',
				followUpsJson:
					// The row alone: of several, one that cannot be used would only be left out.
					"={{ [{ ...$json.row, platforms: 'whatsapp' }] }}",
				...{ stopCondition: '={{ $json.row.stopCondition }}', ...modelParameters() },
				...{ chatbotId: "={{ $workflow.id + '-form' }}", settings: { timeZone: 'America/Bogota' } },
			},
			{ more: { onError: 'continueRegularOutput' } },
		),
		setNode(
			'verdict',
			{ es: 'Resultado', en: 'Verdict' },
			[360, 1220],
			[
				['problems', PROBLEMS, 'array'],
				['summary', SUMMARY],
			],
			{},
			{ more: { executeOnce: true } },
		),
		ifNode(
			'fine',
			{ es: '¿Todo en orden?', en: 'All fine?' },
			[540, 1220],
			[{ left: '={{ $json.problems }}', operation: 'empty', type: 'array' }],
		),
		formPage('review', { es: '7. Revisar y crear', en: '7. Review and create' }, [800, 1140], {
			title: { es: '7. Revisar y crear', en: '7. Review and create' },
			text: "={{ $('@verdict').first().json.summary }}",
			fields: [
				{
					label: ANSWERS.action.label,
					...{ type: 'dropdown', required: true, options: ANSWERS.action.options.map(({ text }) => text) },
				},
			],
			button: { es: 'Terminar', en: 'Finish' },
		}),
		ifNode(
			'create',
			{ es: '¿Crear?', en: 'Create?' },
			[980, 1140],
			[
				{
					left: {
						es: `={{ $json['${ANSWERS.action.label.es}'] }}`,
						en: `={{ $json['${ANSWERS.action.label.en}'] }}`,
					},
					...{ operation: 'equals', right: ANSWERS.action.options[0].text },
				},
			],
		),
		setNode('new-row', { es: 'Fila nueva', en: 'New row' }, [1140, 1140], [], {
			...{ mode: 'raw', jsonOutput: "={{ $('@compose').first().json.row }}" },
		}),
		builtin('dataTable', 1, 'insert', { es: 'Guardar en la tabla', en: 'Keep in the table' }, [1300, 1140], {
			...{ resource: 'row', operation: 'insert', dataTableId: tableLocator },
			columns: { mappingMode: 'autoMapInputData', value: null },
			options: {},
		}),
		formEnd(
			'done',
			{ es: 'Creado', en: 'Created' },
			[1500, 1140],
			{ es: 'Seguimiento creado', en: 'Follow-up created' },
			{
				es: "={{ '«' + $('@compose').first().json.row.name + '» está activo. Lo encuentras en la tabla de datos seguimientos, donde puedes editarlo o desactivarlo.' }}",
				en: "={{ '\"' + $('@compose').first().json.row.name + '\" is active. You find it in the data table follow_ups, where you can edit it or switch it off.' }}",
			},
		),
		formPage('fix', { es: 'Por corregir', en: 'To be corrected' }, [800, 1240 + 40], {
			title: { es: 'Todavía no se puede crear', en: 'It cannot be created yet' },
			text: "={{ $('@verdict').first().json.problems.join('\\n') }}",
			fields: [],
			button: { es: 'Corregir', en: 'Correct' },
		}),
	],
	wires: [
		...line('arrives', 'join', 'some', 'evaluate', 'keep'),
		...line('arrives', 'read', 'collect'),
		...line('due', 'join'),
		...line('due', 'read'),
		{ from: 'collect', to: 'join', input: 1 },
		{ from: 'evaluate', to: 'send', output: 1 },
		...line('start', 'make-table', 'known', 'known-list', ...pages.map(({ key }) => key), 'compose', 'check'),
		...line('check', 'verdict', 'fine', 'review', 'create', 'new-row', 'insert', 'done'),
		{ from: 'check', to: 'verdict', output: 2 },
		{ from: 'fine', to: 'fix', output: 1 },
		...line('fix', 'page-name'),
		{ from: 'create', to: 'page-name', output: 1 },
	],
};
