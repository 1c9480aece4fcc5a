import type { MessagingEvent } from '../messaging/messaging-event.ts';
import { asArray, asObject, asText, shown } from '../meta/webhook/read.ts';
import { guarded, type Sink } from '../meta/webhook/sink.ts';
import type { ChannelDriver } from './channel-driver.ts';
import { CHANNEL_DRIVERS } from './drivers.ts';

/** Something in a delivery that could not be read, and where it stood. */
export interface Ignored {
	path: string;
	reason: string;
}

export interface ParsedWebhook {
	events: MessagingEvent[];
	ignored: Ignored[];
}

const BY_OBJECT = new Map<string, ChannelDriver>(
	Object.values(CHANNEL_DRIVERS).map((driver) => [driver.webhook.object, driver]),
);

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
	const driver = BY_OBJECT.get(asText(root.object) ?? '');
	if (!driver) {
		sink.ignore(
			'object',
			`unknown object ${shown(root.object)}; known are ${[...BY_OBJECT.keys()].join(', ')}`,
		);
		return parsed;
	}
	if (!Array.isArray(root.entry)) sink.ignore('entry', 'is not a list');
	for (const [index, value] of asArray(root.entry).entries()) {
		guarded(`entry[${index}]`, sink, value, (entry, path) => driver.parseEntry(entry, path, sink));
	}
	return parsed;
}
