import type { Now } from '../../store/database/now.ts';
import type { Store } from '../../store/store.ts';
import type { Notice } from '../notice.ts';

/** What a button does: to what its form proves that it is about, with what was filled in besides. */
export type Action = (store: Store, target: string[], now: Now, field: ReadField) => Promise<Notice>;

/** A field of the form as it was filled in, without spaces around it; empty if there is none. */
export type ReadField = (name: string) => string;
