import type { Guide } from '../../../sandbox/guide/guide.ts';
import type { WorkflowToImport } from '../../n8n/types.ts';
import { delaySeconds, followUpsOf, type FollowUpRow } from '../follow-ups.ts';
import type { Language } from '../options.ts';
import type { DemoPlan } from '../plan.ts';
import { NEXT } from './next.ts';
import { noticeOf, type Stage } from './notices.ts';
import { scenarioFor } from './scenarios.ts';
import { spokenDuration } from './spoken-duration.ts';
import { stepsFor } from './steps/index.ts';
import type { Places } from './steps/step-input.ts';

interface GuideInput {
	plan: DemoPlan;
	lang: Language;
	speed: number;
	/** Whether the delays are shorter than the template's own. */
	isShortened: boolean;
	stage: Stage;
	places: Places;
	links: Guide['links'];
}

/** The guide to a template: what its own overview says, and steps with its follow-ups, times and words that fit it. */
export function guideFor({ plan, lang, speed, isShortened, stage, places, links }: GuideInput): Guide {
	const overview = overviewOf(plan.main);
	const first = firstToCome(plan.followUps);
	return {
		title: /^#+\s*(.+)$/m.exec(overview)?.[1] ?? plan.main.name,
		about: overview.replace(/^\s*#+.*\n+/, '') || undefined,
		notice: noticeOf(stage, lang),
		steps: stepsFor(plan.template)({
			...{ lang, workflow: plan.main, places, scenario: scenarioFor(plan.template, lang) },
			followUp: first && {
				name: first.name,
				delay: spokenDuration(delaySeconds(first), lang),
				isShortened,
				real: speed === 1 ? undefined : spokenDuration(delaySeconds(first) / speed, lang),
			},
		}),
		links,
		next: NEXT[lang],
		speed,
	};
}

function overviewOf({ nodes }: WorkflowToImport): string {
	const sticky = nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote');
	return String(sticky?.parameters.content ?? '');
}

function firstToCome({ nodes }: WorkflowToImport): FollowUpRow | undefined {
	return followUpsOf(nodes)
		.filter(({ active }) => active !== false)
		.toSorted((one, other) => delaySeconds(one) - delaySeconds(other))[0];
}
