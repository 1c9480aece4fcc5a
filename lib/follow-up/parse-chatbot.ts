import type { z } from 'zod/v4';
import { chatbotSchema, type Chatbot } from './definition';

/** What is wrong with a definition: one line per field, each naming the follow-up it belongs to. */
export class DefinitionError extends Error {
	override readonly name = 'DefinitionError';

	constructor(readonly problems: string[]) {
		super(problems[0] ?? 'The follow-ups cannot be used');
	}
}

/** Names as they stand on the node, so that a message points to a field the user can see. */
const FIELD_NAMES: Record<string, string> = {
	id: 'ID',
	name: 'Name',
	colour: 'Colour',
	active: 'Active',
	platforms: 'Platforms',
	timing: 'Timing',
	delay: 'Delay',
	delayUnit: 'Delay Unit',
	description: 'Description',
	messageSource: 'Message',
	message: 'Message Text',
	messageInstructions: 'Instructions for the AI',
	templateName: 'Template Name',
	templateLanguage: 'Template Language',
	templateParameters: 'Template Variables',
	stopCondition: 'Stop Condition',
	followUps: 'Follow-Ups',
	timeZone: 'Time Zone',
	safetyMarginMinutes: 'Safety Margin',
	activeLimit: 'Active Follow-Up Limit',
};

/**
 * Checks a chatbot's definition, from the node or as JSON, and fills in the defaults.
 * @throws DefinitionError naming every field, what was found and what is allowed.
 */
export function parseChatbot(input: unknown): Chatbot {
	const parsed = chatbotSchema.safeParse(input);
	if (!parsed.success) throw new DefinitionError(parsed.error.issues.map((issue) => describe(issue, input)));
	const problems = [...equalNames(parsed.data), ...tooManyActive(parsed.data)];
	if (problems.length > 0) throw new DefinitionError(problems);
	return parsed.data;
}

function describe(issue: z.core.$ZodIssue, input: unknown): string {
	const field = issue.path.filter((step) => typeof step === 'string' && step in FIELD_NAMES).at(-1);
	const label = field === undefined ? issue.path.join('.') : FIELD_NAMES[String(field)];
	const found = valueAt(input, issue.path);
	const shown = found === undefined || found === '' ? '' : ` (found: ${shorten(JSON.stringify(found))})`;
	return `${followUpLabel(issue.path, input)}${label} ${issue.message}${shown}`;
}

function followUpLabel(path: PropertyKey[], input: unknown): string {
	const index = path[0] === 'followUps' ? path[1] : undefined;
	if (typeof index !== 'number') return '';
	const name = valueAt(input, ['followUps', index, 'name']);
	return typeof name === 'string' && name.trim() !== ''
		? `Follow-up "${shorten(name)}": `
		: `Follow-up ${index + 1}: `;
}

function valueAt(value: unknown, path: PropertyKey[]): unknown {
	return path.reduce<unknown>(
		(inside, step) => (inside as Record<PropertyKey, unknown> | undefined)?.[step],
		value,
	);
}

function shorten(text: string): string {
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function equalNames({ followUps }: Chatbot): string[] {
	const seen = new Set<string>();
	return followUps
		.filter(({ name }) => seen.has(name.toLowerCase()) || !seen.add(name.toLowerCase()))
		.map(({ name }) => `Follow-up "${name}": Name is used twice; each follow-up needs a name of its own`);
}

function tooManyActive({ followUps, settings }: Chatbot): string[] {
	const active = followUps.filter((followUp) => followUp.active).length;
	if (active <= settings.activeLimit) return [];
	return [
		`Follow-Ups has ${active} active follow-ups, and at most ${settings.activeLimit} may be active; switch some off or raise the Active Follow-Up Limit in the settings`,
	];
}
