/** What scripts/simulate.ts needs of the simulation besides its runs. */
export { RULES, type RuleName } from '../../lib/follow-up/rules';
export { ALSO_OFF, isCaught } from './broken-rule';
export { shardsOf, sumOf } from './shards';
export type { Outcome } from './simulate';
export type { Options } from './world';
