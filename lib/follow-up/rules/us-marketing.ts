import { isUnitedStatesNumber } from '../../messaging/united-states';
import { templateAt } from '../message-kind';
import { reason } from '../reasons';
import { isMarketing } from './marketing-opted-out';
import { ALLOW, end, type Rule } from './rule';

/**
 * Meta has delivered no marketing templates to US numbers outside the window since 2025-04-01 (131049).
 * Source: Meta, "Per-user marketing template message limits"; read 2026-11-22.
 */
export const usMarketing: Rule = (facts) => {
	const { chatbot, conversation } = facts;
	if (chatbot.settings.usMarketingTemplates || !isMarketing(templateAt(facts))) return ALLOW;
	const { phone, id } = conversation.contact;
	return isUnitedStatesNumber(phone ?? id) ? end(reason('us_marketing')) : ALLOW;
};
