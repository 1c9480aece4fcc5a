import type { Ledger } from './ledger.ts';
import type { Faults } from './faults.ts';
import type { GuideState } from './guide/guide.ts';
import type { Delays } from './delays.ts';
import type { Webhooks } from './meta/webhooks.ts';
import type { SendLimits } from './meta/limits.ts';
import type { ModelLog } from './model/log.ts';
import type { Settings } from './settings.ts';

/** What every part of the sandbox works with. Time comes only from `clock`. */
export type Context = {
	clock: () => number;
	delays: Delays;
	settings: Settings;
	ledger: Ledger;
	faults: Faults;
	limits: SendLimits;
	webhooks: Webhooks;
	modelLog: ModelLog;
	guideState: GuideState;
	/** Where the sandbox itself is reached; empty without HTTP. */
	address: string;
};

/** The time now as the ledger writes it. */
export function now(context: Context): string {
	return new Date(context.clock()).toISOString();
}
