import type * as z from 'zod4';
import { AdvisedError, withOthers } from '../messaging/advised-error.ts';
import { CHANNEL_FACTS } from '../messaging/channels/index.ts';
import { textSize } from '../messaging/platform-limits.ts';
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

/** Something that keeps a definition from being used; `row`: the place of the follow-up that it is about. */
interface Fault {
	row?: number;
	text: string;
}

/**
 * Checks a chatbot's definition, from the node or as JSON, and fills in the defaults.
 * @throws DefinitionError naming every field, what was found and what is allowed.
 */
export function parseChatbot(given: unknown): Chatbot {
	const checked = check(withParsedJson(given));
	if ('faults' in checked) throw new DefinitionError(textsOf(checked.faults));
	return checked.chatbot;
}

/** A chatbot read from rows, and why some of them were left out. */
export interface ChatbotFromRows {
	chatbot: Chatbot;
	leftOut: string[];
}

/**
 * The same for rows that people write into a table: one that cannot be used is left out with its reason, and the others work.
 * @throws DefinitionError when something else is wrong, or no row is left.
 */
export function parseRows(given: unknown): ChatbotFromRows {
	let input = withParsedJson(given);
	const leftOut: string[] = [];
	for (;;) {
		const checked = check(input);
		if (!('faults' in checked)) return { chatbot: checked.chatbot, leftOut };
		const { faults } = checked;
		const { followUps: rows } = (input ?? {}) as { followUps?: unknown };
		const bad = new Set(faults.map(({ row }) => row));
		leftOut.push(...textsOf(faults));
		if (!Array.isArray(rows) || bad.has(undefined) || bad.size >= rows.length)
			throw new DefinitionError(leftOut);
		input = { ...(input as object), followUps: rows.filter((_row, place) => !bad.has(place)) };
	}
}

/** Each list of faults hides the next: what is misspelt is not understood, and only what is understood can be compared. */
function check(input: unknown): { chatbot: Chatbot } | { faults: Fault[] } {
	const slips = misspeltFields(input);
	if (slips.length > 0) return { faults: slips };
	const parsed = chatbotSchema.safeParse(input);
	if (!parsed.success) return { faults: parsed.error.issues.map((issue) => faultOf(issue, input)) };
	const { data } = parsed;
	const faults = [...equalNames(data), ...equalIds(data), ...tooLongTexts(data), ...tooManyActive(data)];
	return faults.length > 0 ? { faults } : { chatbot: data };
}

const textsOf = (faults: Fault[]): string[] => [...new Set(faults.map(({ text }) => text))];

function faultOf(issue: z.core.$ZodIssue, input: unknown): Fault {
	const [group, row] = issue.path;
	const text = describe(issue, input);
	return group === 'followUps' && typeof row === 'number' ? { row, text } : { text };
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
function misspeltFields(input: unknown): Fault[] {
	const { followUps } = (input ?? {}) as { followUps?: unknown };
	if (!Array.isArray(followUps)) return [];
	return followUps.flatMap((followUp: unknown, row) =>
		Object.keys((followUp ?? {}) as object).flatMap((key) => {
			const meant = FOLLOW_UP_FIELDS.find((field) => plain(field) === plain(key));
			if (meant === undefined || meant === key) return [];
			const label = followUpLabel(['followUps', row], input);
			return [{ row, text: `${label}the field "${key}" is to be written "${meant}"` }];
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

function equalNames({ followUps }: Chatbot): Fault[] {
	const seen = new Set<string>();
	return followUps.flatMap(({ name }, row) => {
		const known = seen.has(name.toLowerCase());
		seen.add(name.toLowerCase());
		const text = `Follow-up "${name}": Name is used twice; each follow-up needs a name of its own`;
		return known ? [{ row, text }] : [];
	});
}

function equalIds({ followUps }: Chatbot): Fault[] {
	const seen = new Map<string, string>();
	return followUps.flatMap(({ id, name }, row) => {
		const other = seen.get(id);
		seen.set(id, name);
		const text = `Follow-up "${name}": ID "${id}" is that of "${other}"; each follow-up needs an ID of its own`;
		return other === undefined || other.toLowerCase() === name.toLowerCase() ? [] : [{ row, text }];
	});
}

/** Known now, and refused by Meta for every single customer later. */
function tooLongTexts({ followUps }: Chatbot): Fault[] {
	return followUps.flatMap(({ name, message, platforms }, row) => {
		const channel = platforms.find((one) => textSize(one, message) > CHANNEL_FACTS[one].textLimit.size);
		if (channel === undefined) return [];
		const { name: platform, textLimit } = CHANNEL_FACTS[channel];
		const [found, most] = [textSize(channel, message), textLimit.size].map((size) =>
			size.toLocaleString('en-US'),
		);
		const text = `Follow-up "${name}": Message Text has ${found} ${textLimit.unit}, and ${platform} allows ${most}; shorten it, or take ${platform} out of Platforms`;
		return [{ row, text }];
	});
}

function tooManyActive({ followUps, settings: { activeLimit } }: Chatbot): Fault[] {
	const active = followUps.flatMap((one, row) => (one.active ? [row] : []));
	const text = `Follow-Ups has ${active.length} active follow-ups, and at most ${activeLimit} may be active; switch some off or raise the Active Follow-Up Limit in the settings`;
	return active.slice(activeLimit).map((row) => ({ row, text }));
}
