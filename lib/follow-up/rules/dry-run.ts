import { reason } from '../reasons/index.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * A dry run decides as always, model and all, and stops at the last step: the log says what would have been sent.
 *
 * es: Una prueba sin envío decide como siempre, con modelo y todo, y se detiene en el último paso: el registro dice qué
 * se habría enviado.
 */
export const dryRun: Rule = ({ chatbot, phase, content }) =>
	chatbot.settings.dryRun && phase !== 'plan' && content !== undefined ? end(reason('dry_run')) : ALLOW;
