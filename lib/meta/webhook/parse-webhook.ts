import type { MessagingEvent } from '../../messaging/messaging-event';
import { asArray, asObject, asText, shown, type Json } from './read';
import { parseInstagramEntry } from './instagram';
import { parseMessengerEntry } from './messenger';
import { parseWhatsAppEntry } from './whatsapp';

/** Something in a delivery that could not be read, and where it stood. */
export interface Ignored {
	path: string;
	reason: string;
}

export interface ParsedWebhook {
	events: MessagingEvent[];
	ignored: Ignored[];
}

/** Collects what the parsers find; a fault in one piece never loses the others. */
export interface Sink {
	event(event: MessagingEvent): void;
	ignore(path: string, reason: string): void;
}

type EntryParser = (entry: Json, path: string, sink: Sink) => void;

const PARSERS: Record<string, EntryParser> = {
	whatsapp_business_account: parseWhatsAppEntry,
	page: parseMessengerEntry,
	instagram: parseInstagramEntry,
};

/** Turns a webhook body of Meta into messaging events. Never throws: what it cannot read comes back under `ignored`. */
export function parseWebhook(body: unknown): ParsedWebhook {
	const parsed: ParsedWebhook = { events: [], ignored: [] };
	const sink: Sink = {
		event: (event) => parsed.events.push(event),
		ignore: (path, reason) => parsed.ignored.push({ path, reason }),
	};
	const root = asObject(body);
	if (!root) {
		sink.ignore('', 'the body is not a JSON object');
		return parsed;
	}
	const name = asText(root.object) ?? '';
	const parser = Object.hasOwn(PARSERS, name) ? PARSERS[name] : undefined;
	if (!parser) {
		sink.ignore(
			'object',
			`unknown object ${shown(root.object)}; known are ${Object.keys(PARSERS).join(', ')}`,
		);
		return parsed;
	}
	if (!Array.isArray(root.entry)) sink.ignore('entry', 'is not a list');
	for (const [index, value] of asArray(root.entry).entries()) {
		guarded(`entry[${index}]`, sink, value, (entry, path) => parser(entry, path, sink));
	}
	return parsed;
}

/** Runs a parser over one piece; whatever goes wrong in it is reported with its path. */
export function guarded(
	path: string,
	sink: Sink,
	value: unknown,
	parse: (value: Json, path: string) => void,
): void {
	const object = asObject(value);
	if (!object) {
		sink.ignore(path, 'is not an object');
		return;
	}
	try {
		parse(object, path);
	} catch (error) {
		sink.ignore(path, `could not be read: ${(error as Error).message}`);
	}
}

/** Runs a parser over every piece of a list. */
export function each(
	list: unknown,
	path: string,
	sink: Sink,
	parse: (one: Json, path: string) => void,
): void {
	for (const [index, value] of asArray(list).entries()) guarded(`${path}[${index}]`, sink, value, parse);
}
