import { isChannel } from '../../messaging/channel.ts';
import { classOf } from '../../messaging/errors/effect.ts';
import type { ErrorClass } from '../../messaging/errors/table.ts';

/** Tells whether a refusal of Meta is of a class, by the table of errors: a code that is added there acts here too. */
export function refusalIs(
	wanted: ErrorClass,
	{ channel }: { channel: string },
	error: { code?: number; subcode?: number } | undefined,
): boolean {
	if (error?.code === undefined || !isChannel(channel)) return false;
	return classOf(channel, { code: error.code, subcode: error.subcode }) === wanted;
}
