import type { Books } from './books.ts';
import type { Faults } from './faults.ts';
import type { GuideBook } from './guide/guide.ts';
import type { Later } from './later.ts';
import type { Webhooks } from './meta/webhooks.ts';
import type { SendLimits } from './meta/limits.ts';
import type { ModelLog } from './model/log.ts';
import type { Settings } from './settings.ts';

/** What every part of the sandbox works with. Time comes only from `clock`. */
export type Context = {
	clock: () => number;
	later: Later;
	settings: Settings;
	books: Books;
	faults: Faults;
	limits: SendLimits;
	webhooks: Webhooks;
	modelLog: ModelLog;
	guideBook: GuideBook;
};

/** The time now as the books write it. */
export function now(context: Context): string {
	return new Date(context.clock()).toISOString();
}
