import type { MessagingEvent } from '../../../messaging/messaging-event.ts';
import type { Sink } from '../../../meta/webhook/sink.ts';

/**
 * Reads that Meta warned or restricted the account; no customer is part of it.
 * Source: Meta, webhook reference "messaging_policy_enforcement"; read 2026-11-22.
 */
export function parsePolicyEnforcement(
	about: Pick<MessagingEvent, 'channel' | 'account' | 'at' | 'raw'>,
	sink: Sink,
): void {
	sink.event({
		...about,
		kind: 'account',
		id: `policy_enforcement:${about.account}:${about.at}`,
		contact: { id: about.account },
		opensWindow: false,
	});
}
