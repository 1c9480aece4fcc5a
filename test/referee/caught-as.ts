import type { RuleName } from '../../lib/follow-up/rules/index.ts';
import type { Fault } from './referee.ts';

/** What the referee must see when a rule is switched off. A share that is held out is no fault of one message. */
export const CAUGHT_AS: Record<Exclude<RuleName, 'controlGroup'>, Fault> = {
	optedOut: 'after_opt_out',
	customerSilent: 'after_reply',
	reactionAnswered: 'after_reaction',
	converted: 'after_conversion',
	active: 'inactive',
	platform: 'wrong_platform',
	startedAfterActivation: 'before_activation',
	threadOwner: 'thread_of_another_app',
	paused: 'paused',
	accountPaused: 'account_paused',
	personWrote: 'person_writing',
	silenceOver: 'silence_not_over',
	businessAnswered: 'business_silent',
	windowOpen: 'outside_window',
	marketingOptedOut: 'marketing_stopped',
	marketingHeldBack: 'marketing_held_back',
	usMarketing: 'us_marketing',
	templateReady: 'template_incomplete',
	cap: 'cap',
	minimumGap: 'gap',
	quietHours: 'night',
	dryRun: 'dry_run',
};
