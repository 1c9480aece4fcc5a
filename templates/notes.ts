import type { StickyPart } from './template.ts';
import { joined, type Text } from './words.ts';

/** Height of the overview and of the sections beside it. */
export const NOTE_HEIGHT = 760;
const TOP = -160;

interface Overview {
	title: Text;
	/** Paragraphs: what happens, in the words of the business. */
	works: Text[];
	/** Steps, in their order. */
	setup: Text[];
	height?: number;
}

/** The yellow note at the left: what the workflow does and how to set it up. */
export function overview({ title, works, setup, height = NOTE_HEIGHT }: Overview): StickyPart {
	const steps = setup.map((step, index) => ({
		es: `${index + 1}. ${step.es}`,
		en: `${index + 1}. ${step.en}`,
	}));
	const text = joined(
		[
			{ es: `## ${title.es}`, en: `## ${title.en}` },
			{ es: '### Cómo funciona', en: '### How it works' },
			joined(works, '\n\n'),
			{ es: '### Cómo configurarlo', en: '### Setup' },
			joined(steps, '\n'),
			{
				es: 'Necesita un n8n propio con una dirección HTTPS pública.',
				en: 'Needs a self-hosted n8n with a public HTTPS address.',
			},
		],
		'\n\n',
	);
	const tight = {
		es: text.es.replace(/(### .+)\n\n/g, '$1\n'),
		en: text.en.replace(/(### .+)\n\n/g, '$1\n'),
	};
	return {
		...{ key: 'overview', name: { es: 'Resumen', en: 'Overview' }, text: tight },
		...{ at: [-480, TOP] as [number, number], size: [400, height] as [number, number], yellow: true },
	};
}

/** A white note behind the nodes of one section. */
export function section(
	key: string,
	title: Text,
	text: Text,
	[x, width]: [x: number, width: number],
	{ y = TOP, height = NOTE_HEIGHT } = {},
): StickyPart {
	return {
		...{ key: `section-${key}`, name: title, at: [x, y], size: [width, height] },
		text: { es: `### ${title.es}\n${text.es}`, en: `### ${title.en}\n${text.en}` },
	};
}

/** Steps of the setup that most templates share. */
export const SETUP = {
	meta: {
		es: 'Crea la credencial **Meta Messaging API** y elígela en los nodos de Meta.',
		en: 'Create the credential **Meta Messaging API** and choose it in the Meta nodes.',
	},
	model: {
		es: 'Crea la credencial **OpenAI-Compatible API** y elige tu modelo en **Planear y decidir**.',
		en: 'Create the credential **OpenAI-Compatible API** and choose your model in **Plan and decide**.',
	},
	publish: {
		es: 'Publica el flujo y registra en Meta la URL de producción del disparador, con los campos *messages*, *standby* y *messaging_handovers*; si alguien contesta a mano en la app WhatsApp Business, también *smb_message_echoes*.',
		en: 'Publish the workflow and enter the production URL of the trigger at Meta, with the fields *messages*, *standby* and *messaging_handovers*; if people answer by hand in the WhatsApp Business app, *smb_message_echoes* too.',
	},
} satisfies Record<string, Text>;
