import { sql } from 'kysely';

// Literals, not parameters: SQLite uses an index "where state in (…)" only for a query that says so in its text.

/** Scheduled follow-ups that are not over. */
export const LIVE = sql<boolean>`state in ('scheduled', 'claimed', 'sending')`;
/** Scheduled follow-ups that are over: sent, failed or ended. */
export const OVER = sql<boolean>`state not in ('scheduled', 'claimed', 'sending')`;
