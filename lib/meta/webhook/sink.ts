import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import { type Json, asArray, asObject } from './read.ts';

/** Collects what the parsers find; a fault in one piece never loses the others. */
export interface Sink {
	event(event: MessagingEvent): void;
	ignore(path: string, reason: string): void;
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
