import type { Claim } from '../../../harness/smoke/claims.ts';
import type { Stage } from './stage.ts';

export type Play = (stage: Stage) => Promise<Claim>;
export const VIEWS = ['followUps', 'scheduled', 'log', 'conversations', 'statistics'] as const;
