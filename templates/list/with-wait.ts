import { overview, section, SETUP } from '../notes.ts';
import { evaluateNode, keepNode, messageTrigger, sendNode } from '../package-nodes.ts';
import { line, type Template } from '../template.ts';

/** The simple one: the run itself waits, and there is no second trigger. */
export const withWait: Template = {
	file: { es: 'seguimiento-con-espera', en: 'follow-up-with-wait' },
	name: {
		es: 'Enviar un seguimiento con un solo disparador, esperando dentro de la misma ejecución',
		en: 'Send a follow-up with a single trigger, waiting inside the same execution',
	},
	stickies: [
		overview({
			title: { es: 'El sencillo, con espera', en: 'The simple one, with a wait' },
			works: [
				{
					es: 'Una sola línea y un regreso: llega el mensaje, **Planear y decidir** anota el seguimiento y **Esperar su hora** detiene la ejecución hasta las 4 horas, como el nodo Wait. Al despertar vuelve a **Planear y decidir**: si el cliente sigue en silencio, la IA decide si el mensaje encaja y se envía. Si el cliente escribió, esa ejecución termina sin enviar nada.',
					en: 'A single line and a way back: the message arrives, **Plan and decide** notes the follow-up, and **Wait for its time** holds the execution for 4 hours, like the Wait node. When it wakes it goes back to **Plan and decide**: if the customer is still silent, the AI decides whether the message fits, and it is sent. If the customer has written, the execution ends and sends nothing.',
				},
				{
					es: 'Bueno para empezar y para pocos mensajes. Cada conversación ocupa una ejecución en espera, y una ejecución borrada ya no despierta. Para más volumen usa el modo *Queue* con **Follow-Up Due Trigger**, como en las otras plantillas.',
					en: 'Good for a start and for few messages. Each conversation takes one waiting execution, and an execution that is deleted wakes no more. For more volume use the mode *Queue* with **Follow-Up Due Trigger**, as the other templates do.',
				},
			],
			setup: [
				SETUP.meta,
				SETUP.model,
				{
					es: 'Deja **Enviar seguimiento** por encima de **Esperar su hora**: lo que se envía va primero.',
					en: 'Leave **Send follow-up** above **Wait for its time**: what is sent goes first.',
				},
				SETUP.publish,
			],
			height: 860,
		}),
		section(
			'in',
			{ es: 'Qué entra', en: 'What comes in' },
			{ es: 'Los mensajes de los clientes.', en: 'Messages of customers.' },
			[-40, 300],
			{ height: 860 },
		),
		section(
			'decide',
			{ es: 'Qué se decide', en: 'What is decided' },
			{
				es: 'Primero se planea; al volver de la espera, la IA decide. De noche no sale nada: *Quiet Hours* en *Settings*.',
				en: 'First it is planned; back from the wait, the AI decides. Nothing goes at night: *Quiet Hours* under *Settings*.',
			},
			[300, 260],
			{ height: 860 },
		),
		section(
			'out',
			{ es: 'Qué sale y qué espera', en: 'What goes out and what waits' },
			{
				es: 'Arriba, el envío. Abajo, la espera que regresa.',
				en: 'Above, the sending. Below, the wait that leads back.',
			},
			[600, 300],
			{ height: 860 },
		),
	],
	nodes: [
		messageTrigger([60, 220], {
			es: 'Hola, quisiera una consulta. ¿Cuándo tienen turno?',
			en: 'Hello, I would like an appointment. When do you have time?',
		}),
		evaluateNode([380, 220], {
			followUps: [
				{
					name: { es: 'Consulta sin respuesta - 4 horas', en: 'Question without an answer - 4 hours' },
					...{ colour: 'green', delay: 4 },
					description: {
						es: 'Enviar seguimiento cuando el cliente preguntó por una cita, recibió respuesta y no volvió a escribir',
						en: 'Send a follow-up when the customer asked for an appointment, got an answer and did not write again',
					},
					message: {
						es: 'Hola, quedamos pendientes de tu respuesta. ¿Te ayudamos con algo más para decidir?',
						en: 'Hi, we are still waiting to hear from you. Is there anything else we can help you with?',
					},
				},
			],
			stop: {
				es: 'Detener cuando el cliente confirma, cancela o dice que ya no está interesado',
				en: 'Stop when the customer confirms, cancels or says they are no longer interested',
			},
		}),
		sendNode([700, 80]),
		{ ...keepNode([700, 400], { mode: 'wait' }), name: { es: 'Esperar su hora', en: 'Wait for its time' } },
	],
	wires: [...line('arrives', 'evaluate', 'keep', 'evaluate'), { from: 'evaluate', to: 'send', output: 1 }],
};
