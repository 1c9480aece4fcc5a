/** What test/simulation/main.ts needs of the simulation besides its runs. */
export { ALSO_OFF, BREAKABLES, isCaught } from './broken-rule.ts';
export { shardsOf, sumOf } from './shards.ts';
export type { Outcome } from './simulate.ts';
export type { Options } from './world.ts';
