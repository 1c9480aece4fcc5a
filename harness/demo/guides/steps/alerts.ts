import type { Language } from '../../options.ts';
import { untilItArrives } from './conversation.ts';
import type { Steps } from './step-input.ts';

const WORDS = {
	es: {
		template: 'Meta pausa una plantilla',
		templateText: 'Ejecuta esto en otra terminal. El flujo lo oye y escribe un correo: aparece abajo.',
		notYet: 'Espera a que n8n esté listo: arriba lo dice.',
		token: 'El token vence',
		tokenText: 'Esto hace que Meta rechace el próximo envío.',
		silence: 'Ahora, silencio',
		silenceText:
			'Adelanta hasta el próximo seguimiento: el envío falla, el flujo que falla avisa por correo y la cuenta queda en pausa. Nada se pierde: en el tablero se reanuda.',
	},
	en: {
		template: 'Meta pauses a template',
		templateText:
			'Run this in another terminal. The workflow hears of it and writes a mail: it appears below.',
		notYet: 'Wait until n8n is ready: it is said above.',
		token: 'The token expires',
		tokenText: 'This makes Meta refuse what is sent next.',
		silence: 'Now, silence',
		silenceText:
			'Skip to the next follow-up: sending fails, the workflow that failed tells by mail, and the account is paused. Nothing is lost: it is resumed on the dashboard.',
	},
} as const satisfies Record<Language, Record<string, string>>;

const EXPIRED = { target: 'send', count: 1, status: 401, code: 190, message: 'The access token expired' };

/** A paused template and a token that ended, each told by mail. */
export const alerts: Steps = (input) => {
	const words = WORDS[input.lang];
	const { sandbox, n8n } = input.places;
	const call = (method: string, path: string, body: object) =>
		`curl -X ${method} ${sandbox}/api${path} -H 'content-type: application/json' -d '${JSON.stringify(body)}'`;
	const [write, , answer] = untilItArrives(input);
	return [
		{
			title: words.template,
			text: n8n ? words.templateText : `${words.notYet} ${words.templateText}`,
			command: call('PATCH', '/templates/seguimiento_con_nombre', { status: 'PAUSED' }),
			until: 'mail',
		},
		...[write, answer].filter((step) => step !== undefined),
		{ title: words.token, text: words.tokenText, command: call('POST', '/faults', EXPIRED) },
		{ title: words.silence, text: words.silenceText, until: 'mail' },
	];
};
