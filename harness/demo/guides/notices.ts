import type { GuideNotice } from '../../../sandbox/guide/guide.ts';
import type { Language } from '../options.ts';

/** Who does the work at the moment. */
export type Stage = { is: 'engine' } | { is: 'n8n' } | { is: 'engine for good'; why: string };

const WORDS = {
	es: {
		engine:
			'n8n se está preparando en segundo plano. Lo que ves aquí es el mismo motor: recibe, planea, decide y envía con las mismas reglas. Cuando n8n esté listo, sigue donde esto quedó.',
		n8n: 'n8n está listo y sigue con todo lo que había: los mensajes llegan ahora al flujo.',
		failed: 'n8n no se pudo preparar; el mismo motor sigue trabajando sin él. Qué pasó está en la terminal: ',
	},
	en: {
		engine:
			'n8n is being set up in the background. What you see here is the same engine: it receives, plans, decides and sends by the same rules. When n8n is ready, it goes on from there.',
		n8n: 'n8n is ready and goes on with all there was: messages now reach the workflow.',
		failed: 'n8n could not be set up; the same engine goes on without it. What happened is in the terminal: ',
	},
} as const;

const LONGEST = 300;

/** What the guide says of it. */
export function noticeOf(stage: Stage, lang: Language): GuideNotice {
	const words = WORDS[lang];
	if (stage.is === 'engine') return { state: 'busy', text: words.engine };
	if (stage.is === 'n8n') return { state: 'ready', text: words.n8n };
	return { state: 'failed', text: `${words.failed}${stage.why.slice(0, LONGEST)}` };
}
