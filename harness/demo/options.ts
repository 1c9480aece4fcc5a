import { parseArgs } from 'node:util';
import { CliError } from '../shared/cli-error.ts';

export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How far the phone's port is from the editor's: 5678 and 5700 by default. */
const PHONE_PORT_DISTANCE = 22;
const DEFAULT_PORT = 5678;

const USAGE = `npm run demo -- [options]

  --template <name>  the workflow template to show, e.g. recordatorio-de-cita; a wrong name lists them all
  --lang es|en       language of the template and of the pages (default: es)
  --speed <n>        how much faster time passes: at 60, a follow-up after 4 hours takes 4 minutes. Without it, time
                     passes as usual and the delays of the template are shortened to half a minute
  --port <n>         port of the n8n editor (default: ${DEFAULT_PORT}); the phone takes that plus ${PHONE_PORT_DISTANCE}
  --smoke            run the conversations by itself, on free ports, and tell whether all went as it should
  --keep             keep n8n's folder afterwards, to look into its database
  --help             show this`;

/** n8n's time-outs of requests run on the faster clock too: at 120 the 30 s for an answer are 250 ms. */
const HIGHEST_SPEED = 120;

export interface DemoOptions {
	lang: Language;
	/** The name of the template's file, without its ending; that of the language's first example unless given. */
	template?: string;
	/** How many seconds of the clock pass in a real one; none for the machine's own time and shortened delays. */
	speed?: number;
	port: number;
	phonePort: number;
	smoke: boolean;
	keep: boolean;
}

/** Reads the command line; gives the text to print instead when help was asked for. */
export function readOptions(args: string[]): DemoOptions | string {
	const values = parsed(args);
	if (values.help) return USAGE;
	const lang = LANGUAGES.find((language) => language === values.lang);
	if (!lang) throw new CliError(`--lang is "${values.lang}"; it must be ${LANGUAGES.join(' or ')}.`);
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 1 || port + PHONE_PORT_DISTANCE > 65_535) {
		throw new CliError(
			`--port is "${values.port}"; it must be a whole number from 1 to ${65_535 - PHONE_PORT_DISTANCE}.`,
		);
	}
	const speed = values.speed === undefined ? undefined : Number(values.speed);
	if (speed !== undefined && !(speed >= 1 && speed <= HIGHEST_SPEED)) {
		throw new CliError(`--speed is "${values.speed}"; it must be a number from 1 to ${HIGHEST_SPEED}.`);
	}
	const { template, smoke, keep } = values;
	if (smoke && (template !== undefined || speed !== undefined)) {
		throw new CliError(
			'--smoke runs the appointment template with delays of its own; leave --template and --speed out.',
		);
	}
	return { lang, template, speed, port, phonePort: port + PHONE_PORT_DISTANCE, smoke, keep };
}

function parsed(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				lang: { type: 'string', default: 'es' },
				template: { type: 'string' },
				speed: { type: 'string' },
				port: { type: 'string', default: String(DEFAULT_PORT) },
				smoke: { type: 'boolean', default: false },
				keep: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false },
			},
		}).values;
	} catch (error) {
		throw new CliError(`${(error as Error).message}\n\n${USAGE}`);
	}
}
