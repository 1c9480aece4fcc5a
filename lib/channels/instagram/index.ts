import { INSTAGRAM } from '../../messaging/channels/instagram.ts';
import type { ChannelDriver } from '../channel-driver.ts';
import { messengerPlatformBody } from '../messenger-platform/body.ts';
import { messengerPlatformComplaint } from '../messenger-platform/complaints.ts';
import { INSTAGRAM_PROFILE } from '../messenger-platform/profile.ts';
import { threadReadBodies } from '../messenger-platform/read-mark.ts';
import { parseInstagramEntry } from './entry.ts';

/** Instagram. The account is a professional account, the contact an Instagram-scoped ID. */
export const INSTAGRAM_DRIVER: ChannelDriver = {
	facts: INSTAGRAM,
	webhook: {
		object: 'instagram',
		// Some have other names than on Messenger. Source: Meta, webhook reference of the object; read 2026-11-22.
		fields: [
			'messages',
			'messaging_postbacks',
			'message_reactions',
			'messaging_seen',
			'messaging_referral',
			'messaging_handover',
			'standby',
		],
		accountNamesFields: true,
	},
	parseEntry: parseInstagramEntry,
	complaintAbout: (content) => messengerPlatformComplaint('instagram', content),
	messageBody: messengerPlatformBody,
	readBodies: threadReadBodies,
	profile: INSTAGRAM_PROFILE,
	// An account that is linked to a Page sends through the Page.
	sender: ({ linkedPage }) => linkedPage,
};
