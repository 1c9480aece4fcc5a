import type { Guide } from '../../../sandbox/guide/guide.ts';
import type { WorkflowToImport } from '../../n8n/types.ts';
import { delaySeconds, followUpsOf, type FollowUpRow } from '../follow-ups.ts';
import type { Language } from '../options.ts';
import { STEPS } from './steps.ts';
import { scenarioFor } from './scenarios.ts';
import { spokenDuration } from './spoken-duration.ts';

interface GuideInput {
	/** The workflow as it runs in the demo. */
	workflow: WorkflowToImport;
	template: string;
	lang: Language;
	speed: number;
	/** Whether the delays are shorter than the template's own. */
	isShortened: boolean;
	links: Guide['links'];
}

/** The guide to a template: what its own overview says, and steps with its follow-ups, times and words that fit it. */
export function guideFor({ workflow, template, lang, speed, isShortened, links }: GuideInput): Guide {
	const overview = overviewOf(workflow);
	const first = firstToCome(workflow);
	return {
		title: /^#+\s*(.+)$/m.exec(overview)?.[1] ?? workflow.name,
		about: overview.replace(/^\s*#+.*\n+/, '') || undefined,
		steps: STEPS[lang]({
			scenario: scenarioFor(template, lang),
			followUp: first && {
				name: first.name,
				delay: spokenDuration(delaySeconds(first), lang),
				isShortened,
				real: speed === 1 ? undefined : spokenDuration(delaySeconds(first) / speed, lang),
			},
		}),
		links,
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
