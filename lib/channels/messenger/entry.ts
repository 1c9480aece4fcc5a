import { entryParser } from '../messenger-platform/webhook/entry.ts';
import { OPENS_WINDOW } from './opens-window.ts';
import { parsePageChange } from './page-change.ts';

/** Reads one entry of a `page` delivery. The account is the Page, the contact a page-scoped ID. */
export const parseMessengerEntry = entryParser({
	channel: 'messenger',
	opensWindow: OPENS_WINDOW,
	parseChange: parsePageChange,
});
