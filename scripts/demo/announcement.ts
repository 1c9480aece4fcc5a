import { OWNER } from '../n8n/owner.ts';
import type { Language } from './options.ts';
import type { Pace } from './template.ts';
import type { Stage } from './stage.ts';

const EXAMPLE: Record<Language, { customer: string; business: string }> = {
	es: { customer: 'Hola, quiero pedir una cita', business: 'Tenemos mañana a las 10. ¿Te va bien?' },
	en: {
		customer: 'Hello, I would like an appointment',
		business: 'We have tomorrow at 10. Does that suit you?',
	},
};

/** What a person reads when everything runs: three addresses and what to try. */
export function announcement({ sandboxUrl, n8n, workflowId }: Stage, lang: Language, pace: Pace): string {
	const { customer, business } = EXAMPLE[lang];
	return `
The demo is running. Ctrl-C ends it.

  Phone      ${sandboxUrl}/
  Editor     ${n8n.url}/workflow/${workflowId}
             login ${OWNER.email}, password ${OWNER.password}
  Model log  ${sandboxUrl}/model

Try it on the phone: write as the customer "${customer}",
answer as the business "${business}", and then stay silent.
The follow-up arrives after about ${pace.delaySeconds + pace.dueIntervalSeconds} seconds. Write again before that, and none comes.
`;
}
