import type { NodeHint } from 'n8n-workflow';
import { CHANNELS } from '../../lib/index.ts';
import { CHANNELS_WITH_AI_TIMING, CHANNELS_WITH_TEMPLATES } from '../shared/channels.ts';

/**
 * Warnings while the node is edited. n8n evaluates the conditions as expressions in the editor, so they are text and
 * repeat the figures of the rules; a test compares the two.
 */
const FACTS = `
	const minutesIn = { minutes: 1, hours: 60, days: 1440 };
	const settings = $parameter.settings ?? {};
	const inNode = ($parameter.defineFollowUps ?? 'inNode') === 'inNode';
	const active = (inNode ? ($parameter.followUps?.values ?? []) : []).filter((one) => one.active !== false);
	const latest = 1440 - (settings.safetyMarginMinutes ?? 15);
	const delayOf = (one) => (one.delay ?? 4) * (minutesIn[one.delayUnit ?? 'hours']);
	const platformsOf = (one) => one.platforms ?? ${JSON.stringify(CHANNELS)};
	const some = (one, channels, are) => platformsOf(one).some((platform) => channels.includes(platform) === are);
	const hasTemplates = (one) => some(one, ${JSON.stringify(CHANNELS_WITH_TEMPLATES)}, true);
	const withoutTemplates = (one) => some(one, ${JSON.stringify(CHANNELS_WITH_TEMPLATES)}, false);
	const withoutAiTiming = (one) => some(one, ${JSON.stringify(CHANNELS_WITH_AI_TIMING)}, false);
	const needsWindow = (one) => withoutTemplates(one) || !hasTemplate(one);
	const hasTemplate = (one) => Boolean(one.template?.value);
	const aiOnly = (one) => one.timing === 'ai' && !withoutAiTiming(one);
`;

const when = (condition: string): string => `={{ (() => {${FACTS} return ${condition}; })() }}`;

const hint = (message: string, condition: string): NodeHint => ({
	message,
	type: 'warning',
	location: 'ndv',
	whenToDisplay: 'always',
	displayCondition: when(condition),
});

export const hints: NodeHint[] = [
	hint(
		'A delay reaches past the 24-hour window. On Instagram and Messenger the follow-up is moved to the last safe moment inside it.',
		'active.some((one) => withoutTemplates(one) && delayOf(one) > latest)',
	),
	hint(
		'A delay reaches past the 24-hour window and the follow-up has no WhatsApp template. On WhatsApp it is moved to the last safe moment inside the window; choose a template to send it later.',
		"active.some((one) => hasTemplates(one) && one.timing !== 'ai' && !hasTemplate(one) && delayOf(one) > latest)",
	),
	hint(
		'AI timing works on WhatsApp only. On Instagram and Messenger the delay of the follow-up is used.',
		"active.some((one) => one.timing === 'ai' && withoutAiTiming(one))",
	),
	hint(
		'The quiet hours can last until after the 24-hour window closes. Quiet Hours Past the Window in the settings says what happens then.',
		`(settings.quietHours?.values ?? []).some(({ from, to }) => {
			const at = (time) => { const [hours, minutes] = String(time).split(':').map(Number); return hours * 60 + minutes; };
			const length = at(to) > at(from) ? at(to) - at(from) : at(to) - at(from) + 1440;
			return active.some((one) => needsWindow(one) && !aiOnly(one) && Math.min(delayOf(one), latest) + length > latest);
		})`,
	),
	hint(
		'More follow-ups are active than allowed. Switch some off, or raise the Active Follow-Up Limit in the settings; until then nothing is planned.',
		'active.length > (settings.activeLimit ?? 5)',
	),
	hint(
		'Understand Voice and Pictures needs Decide By: OpenAI-Compatible API. With another choice voice notes and pictures are not understood.',
		"settings.understandMedia === true && ($parameter.decideBy ?? 'openAiCompatible') !== 'openAiCompatible'",
	),
];
