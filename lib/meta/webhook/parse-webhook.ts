import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import { asArray, asObject, asText, shown, type Json } from './read.ts';
import { parseInstagramEntry } from './instagram/index.ts';
import { parseMessengerEntry } from './messenger/index.ts';
import { parseWhatsAppEntry } from './whatsapp/index.ts';
import { guarded, Sink } from './sink.ts';

/** Something in a delivery that could not be read, and where it stood. */
export interface Ignored {
	path: string;
	reason: string;
}

export interface ParsedWebhook {
	events: MessagingEvent[];
	ignored: Ignored[];
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
