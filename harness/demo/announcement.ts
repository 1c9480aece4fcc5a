import { OWNER } from '../n8n/owner.ts';
import type { Guide } from '../../sandbox/guide/guide.ts';
import type { DemoPlan } from './plan.ts';
import { formsOf, type Places } from './guides/steps/step-input.ts';
import type { Language } from './options.ts';
import { DEMO_WORDS } from './words.ts';

/** Where the running demo can be looked into, for the guide page. */
export function guideLinks({ main }: DemoPlan, { dashboard, n8n }: Places, lang: Language): Guide['links'] {
	const words = DEMO_WORDS[lang];
	const editor = {
		label: words.editor,
		url: `${n8n}/workflow/${main.id}`,
		hint: `${OWNER.email} / ${OWNER.password}`,
	};
	return [
		{ label: words.dashboard, url: `${dashboard}?lang=${lang}` },
		...formsOf(main, n8n),
		...(n8n === undefined ? [] : [editor]),
	];
}

/** What a person reads when the phone is there: where to begin. */
export function announcement({ sandbox, dashboard }: Places, { main }: DemoPlan, lang: Language): string {
	const guide = `${sandbox}/guide?lang=${lang}`;
	const page = `${dashboard}?lang=${lang}`;
	return lang === 'es'
		? `
La demo está en marcha. Ctrl-C la termina.

  Empieza aquí  ${guide}
                el teléfono con una guía al lado: qué probar y qué pasa por dentro
  Tablero       ${page}

Plantilla: ${main.name}
`
		: `
The demo is running. Ctrl-C ends it.

  Start here  ${guide}
              the phone with a guide beside it: what to try, and what happens inside
  Dashboard   ${page}

Template: ${main.name}
`;
}

/** What is told besides when n8n has taken over. */
export function editorAnnouncement(n8nUrl: string, { main }: DemoPlan, lang: Language): string {
	const url = `${n8nUrl}/workflow/${main.id}`;
	return lang === 'es'
		? `
  Editor        ${url}
                usuario ${OWNER.email}, contraseña ${OWNER.password}
`
		: `
  Editor      ${url}
              login ${OWNER.email}, password ${OWNER.password}
`;
}
