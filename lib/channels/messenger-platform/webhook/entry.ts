import { each, guarded, type Sink } from '../../../meta/webhook/sink.ts';
import { asObject, asText, type Json } from '../../../meta/webhook/read.ts';
import { parseItem } from './item.ts';
import type { Platform } from './platform.ts';

/**
 * Makes the reader of one platform's entries. Events come as `messaging[]`, as `standby[]` while another app owns the
 * thread, and, from apps with Instagram Login and from the dashboard's test button, as `changes[]`.
 */
export function entryParser(platform: Platform) {
	return (entry: Json, path: string, sink: Sink): void => {
		const account = asText(entry.id);
		if (!account) return sink.ignore(`${path}.id`, 'the account is missing');
		const about = { account, time: entry.time };
		// Comments of apps with Instagram Login come with field and value in the entry itself.
		const own = asText(entry.field) !== undefined && asObject(entry.value) !== undefined ? [entry] : [];
		const lists = ['messaging', 'standby', 'changes'].filter((name) => Array.isArray(entry[name]));
		if (lists.length + own.length === 0) sink.ignore(path, 'has neither messaging nor standby nor changes');
		each(entry.messaging, `${path}.messaging`, sink, (item, at) =>
			parseItem(item, at, about, { platform, isStandby: false }, sink),
		);
		each(entry.standby, `${path}.standby`, sink, (item, at) =>
			parseItem(item, at, about, { platform, isStandby: true }, sink),
		);
		const parseChange = (change: Json, at: string): void => {
			const value = asObject(change.value);
			if (!value) return sink.ignore(`${at}.value`, 'is not an object');
			if (!asObject(value.sender) && !asObject(value.recipient))
				return platform.parseChange(change, at, about, sink);
			parseItem(value, `${at}.value`, about, { platform, isStandby: change.field === 'standby' }, sink);
		};
		each(entry.changes, `${path}.changes`, sink, parseChange);
		for (const change of own) guarded(path, sink, change, parseChange);
	};
}
