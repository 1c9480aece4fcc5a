import type * as z from 'zod4';
import { AdvisedError, withOthers } from '../messaging/advised-error.ts';
import { FIELD_LABELS } from './catalogue/index.ts';
import { chatbotSchema, FOLLOW_UP_FIELDS, type Chatbot } from './definition.ts';

/** What is wrong with a definition: one line per field, each naming the follow-up it belongs to. */
export class DefinitionError extends AdvisedError {
	override readonly name = 'DefinitionError';

	constructor(readonly problems: string[]) {
		super(
			problems[0] ?? 'The follow-ups cannot be used',
			withOthers('Open the node and correct the field; nothing was planned or sent', problems),
		);
	}
}

/**
 * Checks a chatbot's definition, from the node or as JSON, and fills in the defaults.
 * @throws DefinitionError naming every field, what was found and what is allowed.
 */
export function parseChatbot(given: unknown): Chatbot {
	const input = withParsedJson(given);
	const slips = misspeltFields(input);
	if (slips.length > 0) throw new DefinitionError(slips);
	const parsed = chatbotSchema.safeParse(input);
	if (!parsed.success) throw new DefinitionError(parsed.error.issues.map((issue) => describe(issue, input)));
	const problems = [...equalNames(parsed.data), ...equalIds(parsed.data), ...tooManyActive(parsed.data)];
	if (problems.length > 0) throw new DefinitionError(problems);
	return parsed.data;
}

function describe(issue: z.core.$ZodIssue, input: unknown): string {
	const label = fieldLabel(issue.path);
	if (issue.code === 'unrecognized_keys') {
		const unknown = issue.keys.map((key) => `"${key}"`).join(', ');
		return `${followUpLabel(issue.path, input)}${label} has the unknown field ${unknown}; check its spelling`;
	}
	const found = valueAt(input, issue.path);
	const shown =
		found === undefined || (typeof found === 'string' && found.trim() === '')
			? ''
			: ` (found: ${shorten(JSON.stringify(found))})`;
	return `${followUpLabel(issue.path, input)}${label} ${issue.message}${shown}`;
}

/** The list of follow-ups may come as JSON text: that is what a JSON field of the node holds. */
function withParsedJson(input: unknown): unknown {
	const { followUps } = (input ?? {}) as { followUps?: unknown };
	if (typeof followUps !== 'string') return input;
	try {
		return { ...(input as object), followUps: JSON.parse(followUps) as unknown };
	} catch (error) {
		throw new DefinitionError([
			`Follow-Ups is not valid JSON: ${(error as Error).message}. It must be a list such as [{"name": "…", "description": "…"}]`,
		]);
	}
}

/** Rows of a table bring columns of their own, which do no harm; `Delay_Unit` instead of `delayUnit` would. */
function misspeltFields(input: unknown): string[] {
	const { followUps } = (input ?? {}) as { followUps?: unknown };
	if (!Array.isArray(followUps)) return [];
	return followUps.flatMap((followUp: unknown, index) =>
		Object.keys((followUp ?? {}) as object).flatMap((key) => {
			const meant = FOLLOW_UP_FIELDS.find((field) => plain(field) === plain(key));
			if (meant === undefined || meant === key) return [];
			return [`${followUpLabel(['followUps', index], input)}the field "${key}" is to be written "${meant}"`];
		}),
	);
}

function plain(field: string): string {
	return field.toLowerCase().replace(/[^a-z]/g, '');
}

/** The field as a person finds it on the node, with the group it stands in: "Quiet Hours: From". */
function fieldLabel(path: PropertyKey[]): string {
	const named = path.filter((step) => typeof step === 'string' && step in FIELD_LABELS).map(String);
	const inside =
		named.length > 1 ? named.filter((step) => step !== 'followUps' && step !== 'settings') : named;
	return inside.map((step) => FIELD_LABELS[step]).join(': ') || path.join('.') || 'The definition';
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
	return path.reduce<unknown>((inside, step) => {
		const holder = (inside ?? {}) as Record<PropertyKey, unknown>;
		// A list comes from the node as { values: […] }, and the path of the checked one knows nothing of that.
		const isListOfNode = typeof step === 'number' && !Array.isArray(inside);
		return (isListOfNode ? ((holder.values ?? {}) as Record<PropertyKey, unknown>) : holder)[step];
	}, value);
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

function equalIds({ followUps }: Chatbot): string[] {
	const seen = new Map<string, string>();
	return followUps.flatMap(({ id, name }) => {
		const other = seen.get(id);
		seen.set(id, name);
		return other === undefined || other.toLowerCase() === name.toLowerCase()
			? []
			: [`Follow-up "${name}": ID "${id}" is that of "${other}"; each follow-up needs an ID of its own`];
	});
}

function tooManyActive({ followUps, settings }: Chatbot): string[] {
	const active = followUps.filter((followUp) => followUp.active).length;
	if (active <= settings.activeLimit) return [];
	return [
		`Follow-Ups has ${active} active follow-ups, and at most ${settings.activeLimit} may be active; switch some off or raise the Active Follow-Up Limit in the settings`,
	];
}
