import { reason } from '../reasons.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/** A dry run decides as always, model and all, and stops at the last step: the log says what would have been sent. */
export const dryRun: Rule = ({ chatbot, phase, content }) =>
	chatbot.settings.dryRun && phase !== 'plan' && content !== undefined ? end(reason('dry_run')) : ALLOW;
