import { overview, section, SETUP } from './notes.ts';
import {
	dueTrigger,
	evaluateNode,
	keepNode,
	messageTrigger,
	sendNode,
	type EvaluatePart,
} from './package-nodes.ts';
import { line, type NodePart, type Template } from './template.ts';
import type { Text } from './words.ts';

interface FollowUpFlow extends EvaluatePart {
	file: Text;
	name: Text;
	title: Text;
	works: Text[];
	/** What to look at in the node that decides. */
	adapt: Text;
	/** What the customer of the example says. */
	customerWrites: Text;
	/** What becomes of conversations with which a person goes on. */
	handOver?: (at: [number, number]) => NodePart;
}

/** The usual shape: messages and due follow-ups come in, one node decides, what is planned is kept, what is decided goes. */
export function followUpFlow({
	file,
	name,
	title,
	works,
	adapt,
	customerWrites,
	handOver,
	...evaluate
}: FollowUpFlow): Template {
	const person = handOver?.([700, 420]);
	return {
		...{ file, name },
		stickies: [
			overview({ title, works, setup: [SETUP.meta, SETUP.model, adapt, SETUP.publish] }),
			...FLOW_SECTIONS,
		],
		nodes: [
			messageTrigger([60, 80], customerWrites),
			dueTrigger([60, 360]),
			evaluateNode([380, 220], evaluate),
			keepNode([700, handOver ? 60 : 80]),
			sendNode([700, handOver ? 240 : 360]),
			...(person ? [person] : []),
		],
		wires: [
			...line('arrives', 'evaluate', 'keep'),
			...line('due', 'evaluate'),
			{ from: 'evaluate', to: 'send', output: 1 },
			...(person ? [{ from: 'evaluate', to: person.key, output: 3 }] : []),
		],
	};
}

/** What comes in, what is decided, what goes out. */
export const FLOW_SECTIONS = [
	section(
		'in',
		{ es: 'Qué entra', en: 'What comes in' },
		{
			es: 'Arriba, los mensajes de los clientes. Abajo, los seguimientos cuya hora llegó.',
			en: 'Above, messages of customers. Below, follow-ups whose time has come.',
		},
		[-40, 300],
	),
	section(
		'decide',
		{ es: 'Qué se decide', en: 'What is decided' },
		{
			es: 'Aquí están los seguimientos y la condición de detención, en lenguaje sencillo. De noche no sale nada: *Quiet Hours* en *Settings*.',
			en: 'Here are the follow-ups and the stop condition, in plain language. Nothing goes at night: *Quiet Hours* under *Settings*.',
		},
		[300, 260],
	),
	section(
		'out',
		{ es: 'Qué sale', en: 'What goes out' },
		{
			es: 'Arriba, a la espera de su hora. Abajo, el envío tras una última revisión.',
			en: 'Above, waiting for its time. Below, sent after a last check.',
		},
		[600, 300],
	),
];
