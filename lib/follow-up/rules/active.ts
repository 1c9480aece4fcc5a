import { reason } from '../reasons';
import { ALLOW, end, type Rule } from './rule';

/** A follow-up that is switched off is not sent, also when it was planned before. */
export const active: Rule = ({ followUp }) => (followUp.active ? ALLOW : end(reason('definition_inactive')));
