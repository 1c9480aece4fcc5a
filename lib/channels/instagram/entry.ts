import { entryParser } from '../messenger-platform/webhook/entry.ts';
import { parseComment } from './comment.ts';
import { OPENS_WINDOW } from './opens-window.ts';

/** Reads one entry of an `instagram` delivery. The account is the professional account, the contact an Instagram-scoped ID. */
export const parseInstagramEntry = entryParser({
	channel: 'instagram',
	opensWindow: OPENS_WINDOW,
	parseChange: parseComment,
});
