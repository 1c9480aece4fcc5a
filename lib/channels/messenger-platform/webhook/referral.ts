import type { Sink } from '../../../meta/webhook/sink.ts';
import { asObject, asText, type Json } from '../../../meta/webhook/read.ts';
import type { Item } from './platform.ts';

/**
 * Reads that a customer came back into an existing thread through a link or an ad (a new thread tells it with its first
 * message or postback). Source: Meta, webhook reference "messaging_referrals"; read 2026-11-22.
 */
export function parseReferral(item: Item, path: string, sink: Sink): void {
	if (item.fromBusiness) return sink.ignore(path, 'a referral of the business itself');
	const referral = asObject(item.json.referral) as Json;
	const source = asText(referral.source) ?? '';
	const table = item.platform.opensWindow.referral;
	const opens = !item.isStandby && Object.hasOwn(table, source) && table[source] === true;
	const id = `referral:${item.about.contact.id}:${item.about.at}:${asText(referral.ref) ?? ''}`;
	sink.event({
		...item.about,
		...{ kind: 'referral' as const, id, opensWindow: opens },
		message: { id, type: 'referral', referral },
	});
}
