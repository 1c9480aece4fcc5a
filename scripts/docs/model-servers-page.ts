import { BEHAVIOURS, shownBody, type Behaviour } from '../../harness/model-servers/index.ts';
import { REASONS, REASONS_ES } from '../../lib/follow-up/reasons/index.ts';

type Language = 'en' | 'es';

const WORDS = {
	en: {
		head: "# Model servers\n\n**OpenAI-Compatible API** works with any server that speaks OpenAI's chat completions. They differ in what they understand and in how they say that something is wrong. This page lists the answers that are known and what is done about each; every row is played by a test, in which six follow-ups are due at once. [En español](model-servers.es.md).",
		columns: ['Server', 'Status', 'Answer', 'What is done'],
		more: '## How it is told apart\n\n- A refusal that names the content or the length belongs to its conversation. So does any other refusal, unless the server refuses a harmless question too: it holds nothing of a customer, and is asked once in a run at most.\n- A wrong key, an unknown model and what a harmless question shows stop the run with an error. The follow-ups stay in the queue and no attempt is counted; **Expire After (Hours)** ends them in the end.\n- What worked is remembered for an hour for each server and model, so that an upgraded server gets its chance.\n- Of several JSON objects in an answer the last one that fits counts, but none that somebody wrote in the conversation.\n- A connected chat model of n8n is read the same way, under whichever name its company says that an answer was cut off.',
		groups: {
			refusedQuestions: 'A server has something against one conversation',
			troubles: "A moment's trouble, or an answer of no use",
			otherForms: 'The right answer in another form',
			formats: 'A server has to be asked more simply',
			settings: 'A setting that a person has to mend',
		},
		outcomes: {
			formats:
				'It is asked without what it does not know: JSON mode, then plain text; the system message in the user message.',
			otherForms: 'It is read.',
			settings: 'The run stops; nothing is lost.',
		},
		none: { reset: 'the connection is cut', hang: 'no answer' },
		empty: '(empty)',
		end: '<!-- Made by `npm run docs` from harness/model-servers. -->',
	},
	es: {
		head: '# Servidores de modelos\n\n**OpenAI-Compatible API** funciona con cualquier servidor que hable chat completions de OpenAI. Se diferencian en lo que entienden y en cómo dicen que algo anda mal. Esta página reúne las respuestas conocidas y qué se hace con cada una; cada fila la recorre una prueba en la que seis seguimientos vencen a la vez. [In English](model-servers.md).',
		columns: ['Servidor', 'Estado', 'Respuesta', 'Qué se hace'],
		more: '## Cómo se distingue\n\n- Un rechazo que habla del contenido o del largo es de su conversación. También cualquier otro, salvo que el servidor rechace hasta una pregunta inofensiva: no lleva nada de ningún cliente y se hace una vez por ejecución como mucho.\n- Una clave incorrecta, un modelo desconocido y lo que muestra la pregunta inofensiva detienen la ejecución con un error. Los seguimientos se quedan en la cola sin gastar intentos; al final los termina **Expire After (Hours)**.\n- Lo que funcionó se recuerda una hora por servidor y modelo, para que un servidor actualizado tenga su oportunidad.\n- De varios objetos JSON en una respuesta vale el último que encaja, pero ninguno que alguien haya escrito en la conversación.\n- A un modelo de chat conectado de n8n se le lee igual, diga su empresa como diga que la respuesta quedó cortada.',
		groups: {
			refusedQuestions: 'Un servidor rechaza una conversación',
			troubles: 'Un problema pasajero, o una respuesta que no sirve',
			otherForms: 'La respuesta correcta en otra forma',
			formats: 'Hay que preguntarle de forma más sencilla',
			settings: 'Un ajuste que debe corregir una persona',
		},
		outcomes: {
			formats:
				'Se le pregunta sin lo que no conoce: modo JSON, luego texto simple; el mensaje de sistema, dentro del mensaje de usuario.',
			otherForms: 'Se lee.',
			settings: 'La ejecución se detiene; nada se pierde.',
		},
		none: { reset: 'se corta la conexión', hang: 'sin respuesta' },
		empty: '(vacía)',
		end: '<!-- Hecha con `npm run docs` a partir de harness/model-servers. -->',
	},
} as const satisfies Record<Language, object>;

/** Names that are no company's. */
const SPANISH: Record<string, string> = {
	'any server': 'cualquier servidor',
	'any gateway': 'cualquier pasarela',
	'any network': 'cualquier red',
	'a web application firewall': 'un cortafuegos web',
	'a legal block': 'un bloqueo legal',
	'a tokenizer that breaks': 'un tokenizador que falla',
	'a page that asks for patience': 'una página que pide paciencia',
	'a small model': 'un modelo pequeño',
	'a server that does not say so': 'un servidor que no lo dice',
	'another web server': 'otro servidor web',
	'servers of the older completions': 'servidores de las completions antiguas',
	'models that think aloud': 'modelos que piensan en voz alta',
	'a model that quotes the customer behind its answer': 'un modelo que cita al cliente tras su respuesta',
	'models that think': 'modelos que piensan',
	'and others': 'y otros',
	'older models': 'modelos antiguos',
	'reasoning models': 'modelos de razonamiento',
	with: 'con',
};

const ANSWER_CHARACTERS = 110;

/** The page of all behaviours of model servers that are known, made from what the tests play. */
export function modelServersPage(language: Language): string {
	const words = WORDS[language];
	const groups = Object.entries(BEHAVIOURS).flatMap(([group, rows]) => [
		`## ${words.groups[group as keyof typeof BEHAVIOURS]}`,
		table(
			words.columns,
			rows.map((row) => [
				nameOf(row, language),
				statusOf(row),
				answerOf(row, language),
				outcomeOf(row, group, language),
			]),
		),
	]);
	return `${[words.head, ...groups, words.more, words.end].join('\n\n')}\n`;
}

function nameOf({ server }: Behaviour, language: Language): string {
	if (language === 'en') return server;
	return Object.entries(SPANISH).reduce(
		(name, [english, spanish]) => name.replace(new RegExp(`(?<!\\p{L})${english}(?!\\p{L})`, 'u'), spanish),
		server,
	);
}

function statusOf({ status }: Behaviour): string {
	return typeof status === 'number' ? String(status) : '–';
}

function answerOf(row: Behaviour, language: Language): string {
	if (typeof row.status === 'string') return WORDS[language].none[row.status];
	const text = shownBody(row)
		.replace(/,"usage":.*?\}/, '')
		.replaceAll('|', '\\|')
		.replaceAll('`', "'");
	if (text === '') return WORDS[language].empty;
	return `\`${text.length > ANSWER_CHARACTERS ? `${text.slice(0, ANSWER_CHARACTERS)}…` : text}\``;
}

function outcomeOf({ outcome }: Behaviour, group: string, language: Language): string {
	const { outcomes } = WORDS[language];
	if (group in outcomes) return outcomes[group as keyof typeof outcomes];
	const sentences = (language === 'en' ? REASONS : REASONS_ES) as Record<string, string>;
	return `\`${outcome}\`: ${sentences[outcome] ?? ''}`;
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(columns), `|${columns.map(() => '---|').join('')}`, ...rows.map(line)].join('\n');
}
