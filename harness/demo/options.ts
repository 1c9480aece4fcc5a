import { CliError } from '../shared/cli-error.ts';
import { readCommandLine } from '../shared/command-line.ts';
import { choice, decimal, flag, text, whole } from '../shared/options.ts';

export const LANGUAGES = ['es', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** How far the phone's port is from the editor's: 5678 and 5700 by default. */
const PHONE_PORT_DISTANCE = 22;
const DEFAULT_PORT = 5678;
/** n8n's time-outs of requests run on the faster clock too: at 120 the 30 s for an answer are 250 ms. */
const HIGHEST_SPEED = 120;

const DEMO = {
	call: 'npm run demo -- [options]',
	options: {
		template: text({
			stands: '<name>',
			says: 'the workflow template to show, e.g. recordatorio-de-cita; "list" lists them all',
		}),
		lang: choice(LANGUAGES, { fallback: 'es', says: 'language of the template and of the pages' }),
		speed: decimal({
			...{ least: 1, most: HIGHEST_SPEED },
			says: 'how much faster time passes: at 60, a follow-up after 4 hours takes 4 minutes. Without it, time passes as usual and the delays of the template are shortened to half a minute',
		}),
		port: whole({
			...{ least: 1, most: 65_535 - PHONE_PORT_DISTANCE, fallback: DEFAULT_PORT },
			says: `port of the n8n editor; the phone takes that plus ${PHONE_PORT_DISTANCE}`,
		}),
		smoke: flag('run the conversations by itself, on free ports, and tell whether all went as it should'),
		keep: flag("keep n8n's folder afterwards, to look into its database"),
	},
};

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
	const given = readCommandLine(DEMO, args);
	if (typeof given === 'string') return given;
	const { values } = given;
	if (values.smoke && (values.template !== undefined || values.speed !== undefined)) {
		throw new CliError(
			'--smoke runs the appointment template with delays of its own; leave --template and --speed out.',
		);
	}
	return { ...values, phonePort: values.port + PHONE_PORT_DISTANCE };
}
