import type { Sink } from '../../../meta/webhook/sink.ts';
import { asObject, asText, type Json } from '../../../meta/webhook/read.ts';
import type { Item } from './platform.ts';

/**
 * Reads a tap on a button, Get Started, an ice breaker or the menu. A listening app gets no payload, and older events
 * carry no ID. Source: Meta, webhook reference "messaging_postbacks"; read 2026-11-22.
 */
export function parsePostback(item: Item, path: string, sink: Sink): void {
	if (item.fromBusiness) return sink.ignore(path, 'a tap of the business itself');
	const json = asObject(item.json.postback) as Json;
	const title = asText(json.title);
	const payload = asText(json.payload);
	const { about, isStandby } = item;
	const id = asText(json.mid) ?? `postback:${about.contact.id}:${about.at}:${payload ?? title ?? ''}`;
	const referral = asObject(json.referral) ?? asObject(item.json.referral);
	sink.event({
		...about,
		kind: isStandby ? 'standby' : 'postback',
		id,
		opensWindow: !isStandby && item.platform.opensWindow.postback,
		message: {
			...{ id, type: 'postback' },
			...(title === undefined ? {} : { text: title }),
			...(payload === undefined ? {} : { payload }),
			...(referral ? { referral } : {}),
		},
	});
}
