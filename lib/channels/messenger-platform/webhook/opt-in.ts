import type { Sink } from '../../../meta/webhook/sink.ts';
import { asObject, asText, type Json } from '../../../meta/webhook/read.ts';
import type { Item } from './platform.ts';

const MARKETING = 'notification_messages';

/**
 * Reads an opt-in. For marketing messages it also tells when the customer stops or resumes them; every other one (a
 * plugin, a link) is news only. None opens the window. Source: Meta, webhook reference "messaging_optins"; read 2026-11-22.
 */
export function parseOptIn(item: Item, _path: string, sink: Sink): void {
	const json = asObject(item.json.optin) as Json;
	const shared = { ...item.about, opensWindow: false };
	const who = item.about.contact.id;
	if (asText(json.type) !== MARKETING) {
		const what = asText(json.ref) ?? asText(json.type) ?? '';
		sink.event({ ...shared, kind: 'other', id: `optin:${who}:${item.about.at}:${what}` });
		return;
	}
	const value = asText(json.notification_messages_status)?.startsWith('STOP') ? 'stop' : 'resume';
	sink.event({
		...shared,
		kind: 'preference',
		id: `preference:${who}:${MARKETING}:${value}:${item.about.at}`,
		preference: { category: MARKETING, value },
	});
}
