/** What test/simulation/main.ts needs of the simulation besides its runs. */
export { RULES, type RuleName } from '../../lib/follow-up/rules/index.ts';
export { ALSO_OFF, isCaught } from './broken-rule.ts';
export { shardsOf, sumOf } from './shards.ts';
export type { Outcome } from './simulate.ts';
export type { Options } from './world.ts';
