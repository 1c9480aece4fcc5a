import { tellsOf } from './fault-words.ts';
import type { HttpFault } from './http-fault.ts';

/** What a server may understand of `response_format`, best first. */
const FORMATS = ['json_schema', 'json_object', 'text'] as const;
export type Format = (typeof FORMATS)[number];

/** How a server is asked: in which format it is told to answer, and whether it is given a system message. */
export interface WayToAsk {
	format: Format;
	systemRole: boolean;
}

export const BEST_WAY: WayToAsk = { format: 'json_schema', systemRole: true };

/** The statuses with which servers are known to refuse a format: also the two that are no refusal by their name. */
const REFUSALS = new Set([400, 404, 405, 415, 422, 500, 501]);

/**
 * The next simpler way to ask, if the fault may come from the way; undefined when it does not, or there is none.
 * @param isProven This way has worked with this server before: then its words must say that it does no longer.
 */
export function simplerWay(way: WayToAsk, fault: HttpFault, isProven: boolean): WayToAsk | undefined {
	const { status } = fault;
	if (status === undefined || !REFUSALS.has(status)) return undefined;
	if (way.systemRole && tellsOf('noSystemRole', fault)) return { ...way, systemRole: false };
	const simpler = FORMATS[FORMATS.indexOf(way.format) + 1];
	if (simpler && tellsOf('format', fault)) return { ...way, format: simpler };
	if (isProven || status === 404 || hasOtherCause(fault)) return undefined;
	if (simpler) return { ...way, format: simpler };
	// A server in trouble answers 500 however it is asked.
	return way.systemRole && status !== 500 ? { ...way, systemRole: false } : undefined;
}

function hasOtherCause(fault: HttpFault): boolean {
	return (['tooLong', 'contentRefused', 'wrongKey', 'unknownModel', 'noBalance'] as const).some((what) =>
		tellsOf(what, fault),
	);
}
