import { reason } from '../reasons/index.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * A follow-up that is switched off is not sent, also when it was planned before.
 *
 * es: Un seguimiento desactivado no se envía, tampoco si se planeó antes.
 */
export const active: Rule = ({ followUp }) => (followUp.active ? ALLOW : end(reason('definition_inactive')));
