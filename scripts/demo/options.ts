import { parseArgs } from 'node:util';
import { Trouble } from '../shared/trouble.ts';

export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How far the phone's port is from the editor's: 5678 and 5700 by default. */
const PHONE_PORT_DISTANCE = 22;
const DEFAULT_PORT = 5678;

const USAGE = `npm run demo -- [options]

  --lang es|en   language of the template and of the phone (default: es)
  --port <n>     port of the n8n editor (default: ${DEFAULT_PORT}); the phone takes that plus ${PHONE_PORT_DISTANCE}
  --smoke        play the scenes by itself, on free ports, and tell whether all went as it should
  --keep         keep n8n's folder afterwards, to look into its database
  --help         show this`;

export interface DemoOptions {
	lang: Language;
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
	if (!lang) throw new Trouble(`--lang is "${values.lang}"; it must be ${LANGUAGES.join(' or ')}.`);
	const port = Number(values.port);
	if (!Number.isInteger(port) || port < 1 || port + PHONE_PORT_DISTANCE > 65_535) {
		throw new Trouble(
			`--port is "${values.port}"; it must be a whole number from 1 to ${65_535 - PHONE_PORT_DISTANCE}.`,
		);
	}
	return { lang, port, phonePort: port + PHONE_PORT_DISTANCE, smoke: values.smoke, keep: values.keep };
}

function parsed(args: string[]) {
	try {
		return parseArgs({
			args,
			options: {
				lang: { type: 'string', default: 'es' },
				port: { type: 'string', default: String(DEFAULT_PORT) },
				smoke: { type: 'boolean', default: false },
				keep: { type: 'boolean', default: false },
				help: { type: 'boolean', short: 'h', default: false },
			},
		}).values;
	} catch (error) {
		throw new Trouble(`${(error as Error).message}\n\n${USAGE}`);
	}
}
