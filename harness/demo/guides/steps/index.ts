import { alerts } from './alerts.ts';
import { conversation } from './conversation.ts';
import { dashboard } from './dashboard.ts';
import type { Steps } from './step-input.ts';
import { stopFromElsewhere } from './stop-from-elsewhere.ts';
import { table } from './table.ts';
import { whatsAppTemplates } from './whatsapp-templates.ts';

/** Templates that are not about a conversation, by name. */
const STEPS: Record<string, Steps> = {
	'seguimientos-en-tabla': table,
	'follow-ups-in-a-table': table,
	'tablero-de-seguimientos': dashboard,
	'follow-up-dashboard': dashboard,
	'plantillas-de-whatsapp': whatsAppTemplates,
	'whatsapp-templates': whatsAppTemplates,
	'avisos-a-una-persona': alerts,
	'alerts-to-a-person': alerts,
	'detener-desde-otro-sistema': stopFromElsewhere,
	'stop-from-elsewhere': stopFromElsewhere,
};

/** What to try in the demo of a template, in the order in which the feed can tick it off. */
export function stepsFor(template: string): Steps {
	return STEPS[template] ?? conversation;
}
