import type { DashboardView } from './view.ts';
import { formatFor, type Format } from './format.ts';
import { words, type Words } from './words/index.ts';

/** What every piece of the page is made with. */
export interface Context {
	view: DashboardView;
	t: Words;
	f: Format;
}

export function contextOf(view: DashboardView): Context {
	return { view, t: words[view.lang], f: formatFor(view.lang, view.timeZone, view.now) };
}
