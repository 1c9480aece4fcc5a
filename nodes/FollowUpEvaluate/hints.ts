import type { NodeHint } from 'n8n-workflow';
import { CHANNEL_FACTS, CHANNELS, DELAY_MAX_DAYS, NAME_MAX_CHARACTERS } from '../../lib/index.ts';
import { CHANNELS_WITH_AI_TIMING, CHANNELS_WITH_TEMPLATES } from '../shared/channels.ts';

/** Written with blanks, because two closing brackets end an expression of n8n. */
const TEXT_LIMITS = JSON.stringify(
	Object.fromEntries(CHANNELS.map((channel) => [channel, CHANNEL_FACTS[channel].textLimit])),
).replaceAll('}}', '} }');

/**
 * Warnings while the node is edited. n8n evaluates the conditions as expressions in the editor, so they are text and
 * repeat the figures of the rules; a test compares the two.
 */
const FACTS = `
	const minutesIn = { minutes: 1, hours: 60, days: 1440 };
	const settings = $parameter.settings ?? {};
	const inNode = ($parameter.defineFollowUps ?? 'inNode') === 'inNode';
	const written = (inNode ? ($parameter.followUps?.values ?? []) : []).map(({ options, ...one }) => ({ ...one, ...options }));
	const active = written.filter((one) => one.active !== false);
	const latest = 1440 - (settings.safetyMarginMinutes ?? 15);
	const delayOf = (one) => (one.delay ?? 4) * (minutesIn[one.delayUnit ?? 'hours']);
	const platformsOf = (one) => one.platforms ?? ${JSON.stringify(CHANNELS)};
	const some = (one, channels, are) => platformsOf(one).some((platform) => channels.includes(platform) === are);
	const hasTemplates = (one) => some(one, ${JSON.stringify(CHANNELS_WITH_TEMPLATES)}, true);
	const withoutTemplates = (one) => some(one, ${JSON.stringify(CHANNELS_WITH_TEMPLATES)}, false);
	const withoutAiTiming = (one) => some(one, ${JSON.stringify(CHANNELS_WITH_AI_TIMING)}, false);
	const needsWindow = (one) => withoutTemplates(one) || !hasTemplate(one);
	const hasTemplate = (one) => Boolean(one.template?.value);
	const isWritten = (text) => typeof text === 'string' && !text.startsWith('=');
	const names = written.map(({ name }) => String(name ?? '').trim().toLowerCase()).filter((name) => name !== '');
	const bytesOf = (sign) => (sign < 0x80 ? 1 : sign < 0x800 ? 2 : sign < 0x10000 ? 3 : 4);
	const textOf = (one) => ((one.messageSource ?? 'ai') === 'fixed' ? one.message : one.fallbackText);
	const sizeOf = (text, unit) => [...text].reduce((size, sign) => size + (unit === 'bytes' ? bytesOf(sign.codePointAt(0)) : 1), 0);
	const limits = ${TEXT_LIMITS};
	const isTooLong = (one, platform) => isWritten(textOf(one)) && sizeOf(textOf(one), limits[platform].unit) > limits[platform].size;
	const isTime = (time) => !isWritten(time) || /^\\s*(([01]?\\d|2[0-3]):[0-5]\\d|24:00)\\s*$/.test(time);
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
		`A delay is not greater than 0, or longer than ${DELAY_MAX_DAYS} days. Correct it; the workflow cannot be published with it.`,
		`written.some((one) => !String(one.delay).startsWith('=') && !(delayOf(one) > 0 && delayOf(one) <= ${DELAY_MAX_DAYS} * 1440))`,
	),
	hint(
		'Two follow-ups have the same name. Give each one a name of its own; the workflow cannot be published with it.',
		'new Set(names).size < names.length',
	),
	hint(
		`A name is longer than ${NAME_MAX_CHARACTERS} characters. Shorten it; the workflow cannot be published with it.`,
		`names.some((name) => [...name].length > ${NAME_MAX_CHARACTERS})`,
	),
	hint(
		'A fixed text is empty. Write it, or let the AI write; the workflow cannot be published with it.',
		"written.some((one) => one.messageSource === 'fixed' && String(one.message ?? '').trim() === '')",
	),
	...CHANNELS.map((channel) => {
		const { name, textLimit } = CHANNEL_FACTS[channel];
		return hint(
			`A text is longer than ${name} allows: ${textLimit.size.toLocaleString('en-US')} ${textLimit.unit}. Shorten it, or take ${name} out of Platforms; the workflow cannot be published with it.`,
			`written.some((one) => platformsOf(one).includes('${channel}') && isTooLong(one, '${channel}'))`,
		);
	}),
	hint(
		'No follow-up is active, so nothing is planned. Switch one on: Active, under its options.',
		'written.length > 0 && active.length === 0',
	),
	hint(
		'The time zone is not known. Write a name such as America/Bogota; the workflow cannot be published with it.',
		'isWritten(settings.timeZone) && !DateTime.now().setZone(settings.timeZone).isValid',
	),
	hint(
		'A time of the quiet hours is none. Write it with hours and minutes, such as 21:00; the workflow cannot be published with it.',
		'(settings.quietHours?.values ?? []).some(({ from, to }) => !isTime(from) || !isTime(to))',
	),
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
