import { IANAZone } from 'luxon';
import { RefusedError } from '../../store/manage/refusal';
import type { Store } from '../../store/store';
import { loadDashboard } from './load';
import { dashboardPage } from './page';
import { readQuery, type Language } from './query';

export { applyDashboardAction, type AppliedAction, type ApplyOptions } from './apply';
export { LANGUAGES, type Language } from './query';

export interface DashboardOptions {
	/** The query of the page's address, as it came. */
	query: unknown;
	/** The language of a page whose address names none. */
	lang: Language;
	/** IANA name; every time on the page is told in it. */
	timeZone: string;
	now: Date;
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
