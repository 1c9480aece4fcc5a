import { isUnitedStatesNumber } from '../../messaging/united-states.ts';
import { templateAt } from '../message-kind.ts';
import { reason } from '../reasons/index.ts';
import { isMarketing } from './marketing-opted-out.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * Meta has delivered no marketing templates to US numbers outside the window since 2025-04-01 (131049). Source: Meta,
 * "Per-user marketing template message limits"; read 2026-11-22.
 *
 * es: Meta no entrega plantillas de marketing a números de Estados Unidos fuera de la ventana desde el 2025-04-01
 * (131049). Fuente: Meta, límites de plantillas de marketing por usuario; leído el 2026-11-22.
 */
export const usMarketing: Rule = (facts) => {
	const { chatbot, conversation } = facts;
	if (chatbot.settings.usMarketingTemplates || !isMarketing(templateAt(facts))) return ALLOW;
	const { phone, id } = conversation.contact;
	return isUnitedStatesNumber(phone ?? id) ? end(reason('us_marketing')) : ALLOW;
};
