import { MESSENGER } from '../../messaging/channels/messenger.ts';
import type { ChannelDriver } from '../channel-driver.ts';
import { messengerPlatformBody } from '../messenger-platform/body.ts';
import { messengerPlatformComplaint } from '../messenger-platform/complaints.ts';
import { MESSENGER_PROFILE } from '../messenger-platform/profile.ts';
import { threadReadBodies } from '../messenger-platform/read-mark.ts';
import { parseMessengerEntry } from './entry.ts';

/** Messenger. The account is a Page, the contact a page-scoped ID. */
export const MESSENGER_DRIVER: ChannelDriver = {
	facts: MESSENGER,
	webhook: {
		object: 'page',
		// Source: Meta, webhook reference of the object; read 2026-11-22.
		fields: [
			'messages',
			'messaging_postbacks',
			'message_reactions',
			'message_reads',
			'message_deliveries',
			'message_echoes',
			'message_edits',
			'messaging_optins',
			'messaging_referrals',
			'messaging_handovers',
			'messaging_policy_enforcement',
			'standby',
		],
		accountNamesFields: true,
	},
	parseEntry: parseMessengerEntry,
	complaintAbout: (content) => messengerPlatformComplaint('messenger', content),
	messageBody: messengerPlatformBody,
	readBodies: threadReadBodies,
	profile: MESSENGER_PROFILE,
};
