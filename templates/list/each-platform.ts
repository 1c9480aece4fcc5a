import { builtin, conditions, setNode } from '../builtin-nodes.ts';
import { FLOW_SECTIONS } from '../follow-up-flow.ts';
import { overview, section, SETUP } from '../notes.ts';
import { dueTrigger, evaluateNode, keepNode, messageTrigger, sendNode } from '../package-nodes.ts';
import { line, type NodePart, type Template } from '../template.ts';
import type { Text } from '../words.ts';

const PLATFORMS: [channel: string, name: string, limit: Text][] = [
	[
		'whatsapp',
		'WhatsApp',
		{
			es: '24 horas con texto; después, solo con plantilla aprobada. 4.096 caracteres.',
			en: '24 hours by text; after that only by approved template. 4,096 characters.',
		},
	],
	[
		'instagram',
		'Instagram',
		{ es: '24 horas, sin plantillas. 1.000 bytes.', en: '24 hours, no templates. 1,000 bytes.' },
	],
	[
		'messenger',
		'Messenger',
		{ es: '24 horas, sin plantillas. 2.000 caracteres.', en: '24 hours, no templates. 2,000 characters.' },
	],
];

const local = (field: string) =>
	`={{ DateTime.fromISO($json.followUp.${field}).setZone($workflow.timezone ?? 'America/Bogota').toFormat('dd/MM HH:mm') }}`;

function planOf([channel, name, limit]: (typeof PLATFORMS)[number], index: number): NodePart {
	return setNode(
		`plan-${channel}`,
		{ es: `Plan en ${name}`, en: `Plan on ${name}` },
		[1240, -20 + 180 * index],
		[
			[
				{ es: 'cliente', en: 'customer' },
				'={{ $json.conversation.contact.name || $json.conversation.contact.id }}',
			],
			[{ es: 'seguimiento', en: 'followUp' }, '={{ $json.followUp.name }}'],
			[{ es: 'límite', en: 'limit' }, limit],
			[{ es: 'pedido para', en: 'asked for' }, local('requestedAt')],
			[{ es: 'sale a las', en: 'goes at' }, local('dueAt')],
			[
				{ es: 'por qué', en: 'why' },
				{
					es: "={{ $json.followUp.reasons.map(({ sentence }) => sentence).join('; ') || 'Sale a la hora pedida' }}",
					en: "={{ $json.followUp.reasons.map(({ sentence }) => sentence).join('; ') || 'It goes at the time asked for' }}",
				},
			],
		],
	);
}

/** One workflow for the three platforms, which shows what each of them does to a delay. */
export const eachPlatform: Template = {
	file: { es: 'tres-plataformas', en: 'three-platforms' },
	name: {
		es: 'Enviar los mismos seguimientos por WhatsApp, Instagram y Messenger y ver el límite de cada uno',
		en: 'Send the same follow-ups on WhatsApp, Instagram and Messenger and see the limit of each',
	},
	stickies: [
		overview({
			title: { es: 'Las tres plataformas en un solo flujo', en: 'All three platforms in one workflow' },
			works: [
				{
					es: 'Un disparador recibe los mensajes de las tres plataformas y un solo nodo planea los mismos dos seguimientos: a las 5 horas, escrito por la IA, y a las 30 horas. Cada plataforma pone su límite. En WhatsApp el segundo sale a las 30 horas con la plantilla aprobada. En Instagram y Messenger no hay plantillas: se adelanta a las 23 horas y 45 minutos.',
					en: 'One trigger takes in the messages of the three platforms and one node plans the same two follow-ups: after 5 hours, written by the AI, and after 30 hours. Each platform sets its limit. On WhatsApp the second one goes after 30 hours by approved template. Instagram and Messenger have no templates: there it moves to 23 hours and 45 minutes.',
				},
				{
					es: 'La sección **Límites** muestra para cada plan la hora pedida, la hora en que sale y el porqué.',
					en: 'The section **Limits** shows for each plan the time asked for, the time at which it goes, and why.',
				},
			],
			setup: [
				SETUP.meta,
				SETUP.model,
				{
					es: 'Ajusta ahí mismo los textos y elige tu plantilla aprobada.',
					en: 'Adapt the texts there and choose your approved template.',
				},
				{
					es: 'Publica el flujo y registra en Meta la URL de producción del disparador en WhatsApp, Instagram y Messenger.',
					en: 'Publish the workflow and enter the production URL of the trigger at Meta for WhatsApp, Instagram and Messenger.',
				},
			],
		}),
		...FLOW_SECTIONS,
		section(
			'limits',
			{ es: 'Límites', en: 'Limits' },
			{
				es: 'Lo que cada plataforma hace con el plan. Puedes borrar esta sección: no cambia lo que se envía.',
				en: 'What each platform does to the plan. You may delete this section: it does not change what is sent.',
			},
			[940, 480],
		),
	],
	nodes: [
		messageTrigger([60, 80], {
			es: 'Hola, ¿qué servicio me recomiendan?',
			en: 'Hello, which service would you recommend?',
		}),
		dueTrigger([60, 360]),
		evaluateNode([380, 220], {
			followUps: [
				{
					name: { es: 'Seguimiento del mismo día - 5 horas', en: 'Same-day follow-up - 5 hours' },
					...{ colour: 'blue', delay: 5 },
					description: {
						es: 'Enviar seguimiento cuando el cliente preguntó por un servicio y no volvió a escribir',
						en: 'Send a follow-up when the customer asked about a service and did not write again',
					},
					instructions: {
						es: 'Una frase amable y una pregunta.',
						en: 'One friendly sentence and one question.',
					},
				},
				{
					name: { es: 'Seguimiento del día siguiente - 30 horas', en: 'Next-day follow-up - 30 hours' },
					...{ colour: 'yellow', delay: 30 },
					description: {
						es: 'Enviar seguimiento cuando la conversación quedó abierta y el cliente no dijo que no',
						en: 'Send a follow-up when the conversation was left open and the customer did not decline',
					},
					message: {
						es: 'Hola, ¿pudiste pensarlo? Si quieres seguir o tienes una pregunta, respóndenos por aquí.',
						en: 'Hi, have you had time to think about it? If you would like to go on or have a question, answer here.',
					},
					template: { es: 'retomar_conversacion:es:marketing', en: 'continue_conversation:en_US:marketing' },
					variables: [
						{
							es: "={{ $json.conversation.contact.name || 'cliente' }}",
							en: "={{ $json.conversation.contact.name || 'there' }}",
						},
					],
				},
			],
			stop: {
				es: 'Detener cuando el cliente contrata, dice que no le interesa o pide hablar con una persona',
				en: 'Stop when the customer books, says they are not interested or asks to talk to a person',
			},
		}),
		keepNode([700, 80]),
		sendNode([700, 360]),
		builtin('switch', 3.2, 'by-platform', { es: 'Por plataforma', en: 'By platform' }, [1000, 160], {
			rules: {
				values: PLATFORMS.map(([channel, name]) => ({
					conditions: conditions(channel, [
						{ left: '={{ $json.conversation.channel }}', operation: 'equals', right: channel },
					]),
					...{ renameOutput: true, outputKey: name },
				})),
			},
			looseTypeValidation: true,
			options: {},
		}),
		...PLATFORMS.map(planOf),
	],
	wires: [
		...line('arrives', 'evaluate', 'keep', 'by-platform'),
		...line('due', 'evaluate'),
		{ from: 'evaluate', to: 'send', output: 1 },
		...PLATFORMS.map(([channel], output) => ({ from: 'by-platform', to: `plan-${channel}`, output })),
	],
};
