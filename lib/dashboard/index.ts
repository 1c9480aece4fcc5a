import { IANAZone } from 'luxon';
import { RefusedError } from '../messaging/refused-error.ts';
import type { Now } from '../store/database/now.ts';
import type { Store } from '../store/store.ts';
import { loadDashboard } from './load.ts';
import { dashboardPage } from './page.ts';
import { readQuery, type Language } from './query.ts';

export { applyDashboardAction, type AppliedAction, type ApplyOptions } from './apply.ts';
export { LANGUAGES, type Language } from './query.ts';

export interface DashboardOptions {
	/** The query of the page's address, as it came. */
	query: unknown;
	/** The language of a page whose address names none. */
	lang: Language;
	/** IANA name; every time on the page is told in it. */
	timeZone: string;
	now: Now;
}

/**
 * The dashboard as one HTML page that needs nothing but itself.
 * @throws RefusedError when the time zone is unknown.
 */
export async function renderDashboard(
	store: Store,
	{ query, lang, timeZone, now }: DashboardOptions,
): Promise<string> {
	if (!IANAZone.isValidZone(timeZone))
		throw new RefusedError(
			`"${timeZone}" is not a known time zone`,
			'Use a name such as America/Bogota, or leave Time Zone empty to use that of the workflow',
		);
	return dashboardPage(await loadDashboard(store, { query: readQuery(query, lang), timeZone, now }));
}
