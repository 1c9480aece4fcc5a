import type { Check } from '../../../harness/smoke/checks.ts';
import type { Fixture } from './fixture.ts';

export type Scenario = (fixture: Fixture) => Promise<Check>;
export const VIEWS = ['followUps', 'scheduled', 'log', 'conversations', 'statistics'] as const;
