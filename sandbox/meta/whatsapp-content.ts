import { isObject } from '../http.ts';

type Body = Record<string, unknown>;

const types = [
	'text',
	'image',
	'audio',
	'video',
	'document',
	'sticker',
	'location',
	'contacts',
	'interactive',
	'reaction',
	'template',
];
const media = ['image', 'audio', 'video', 'document', 'sticker'];

/** How many characters a person would count. */
export function characters(text: string): number {
	return [...text].length;
}

/** Says what is wrong with the content of a WhatsApp message, or null when nothing is. */
export function contentProblem(body: Body): string | null {
	const type = body['type'] ?? 'text';
	if (typeof type !== 'string' || !types.includes(type))
		return `type is ${JSON.stringify(type)}; it must be one of ${types.join(', ')}.`;
	const content = body[type];
	if (type !== 'contacts' && !isObject(content))
		return `A message of type "${type}" needs an object "${type}".`;
	const data = body['biz_opaque_callback_data'];
	if (data !== undefined && (typeof data !== 'string' || characters(data) > 512)) {
		return 'biz_opaque_callback_data must be a text of at most 512 characters.';
	}
	if (type === 'text') return length((content as Body)['body'], 4096, "text['body']");
	if (media.includes(type)) return mediaProblem(type, content as Body);
	if (type === 'interactive') return interactiveProblem(content as Body);
	if (type === 'contacts' && !Array.isArray(content)) return '"contacts" must be a list.';
	return null;
}

function length(value: unknown, most: number, name: string): string | null {
	if (typeof value !== 'string' || value.trim() === '')
		return `Param ${name} is required and must not be empty.`;
	const count = characters(value);
	return count > most ? `Param ${name} must be at most ${most} characters long; it has ${count}.` : null;
}

function mediaProblem(type: string, content: Body): string | null {
	if (Boolean(content['id']) === Boolean(content['link']))
		return `${type} needs either "id" (an uploaded file) or "link".`;
	return content['caption'] === undefined ? null : length(content['caption'], 1024, `${type}['caption']`);
}

function interactiveProblem(content: Body): string | null {
	const kind = content['type'];
	const text = length(
		(content['body'] as Body | undefined)?.['text'],
		kind === 'list' ? 4096 : 1024,
		"interactive['body']['text']",
	);
	if (text) return text;
	const action = isObject(content['action']) ? content['action'] : {};
	if (kind !== 'button') return null;
	const buttons = Array.isArray(action['buttons']) ? action['buttons'] : [];
	if (buttons.length < 1 || buttons.length > 3)
		return `interactive needs 1 to 3 buttons; it has ${buttons.length}.`;
	for (const button of buttons) {
		const problem =
			length(button?.reply?.title, 20, 'button title') ?? length(button?.reply?.id, 256, 'button id');
		if (problem) return problem;
	}
	return null;
}

/** The text a customer sees of a free-form message. */
export function renderContent(body: Body): string | undefined {
	const type = String(body['type'] ?? 'text');
	const content = body[type];
	if (!isObject(content)) return undefined;
	if (type === 'text') return String(content['body']);
	if (type === 'interactive') return String((content['body'] as Body | undefined)?.['text'] ?? '');
	if (type === 'reaction') return String(content['emoji'] ?? '');
	return typeof content['caption'] === 'string' ? content['caption'] : undefined;
}
