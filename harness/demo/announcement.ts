import { OWNER } from '../n8n/owner.ts';
import type { Guide } from '../../sandbox/guide/guide.ts';
import type { Language } from './options.ts';
import type { RunningDemo } from './start-demo.ts';

const LABELS: Record<Language, { editor: string; model: string }> = {
	es: { editor: 'Abrir el flujo en n8n', model: 'Registro del modelo' },
	en: { editor: 'Open the workflow in n8n', model: 'Model log' },
};

/** Where the running demo can be looked into, for the guide page. */
export function guideLinks({ sandboxUrl, n8n, workflow }: RunningDemo, lang: Language): Guide['links'] {
	return [
		{
			label: LABELS[lang].editor,
			url: `${n8n.url}/workflow/${workflow.id}`,
			hint: `${OWNER.email} / ${OWNER.password}`,
		},
		{ label: LABELS[lang].model, url: `${sandboxUrl}/model` },
	];
}

/** What a person reads when everything runs: the addresses and what to try. */
export function announcement({ sandboxUrl, n8n, workflow }: RunningDemo, guide: Guide): string {
	const [write, , answer, silence] = guide.steps;
	return `
The demo is running. Ctrl-C ends it.

  Start here  ${sandboxUrl}/guide
              the phone with a guide beside it: what to try, and what happens inside
  Editor      ${n8n.url}/workflow/${workflow.id}
              login ${OWNER.email}, password ${OWNER.password}
  Model log   ${sandboxUrl}/model

Template: ${workflow.name}
Write as the customer "${write?.write?.text}",
answer as the business "${answer?.write?.text}", and then stay silent.
${silence?.text ?? ''}
`;
}
