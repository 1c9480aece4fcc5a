import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** The database, or a transaction in it. */
export type Db = Kysely<Schema>;
