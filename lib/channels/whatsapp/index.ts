import { WHATSAPP } from '../../messaging/channels/whatsapp.ts';
import type { ChannelDriver } from '../channel-driver.ts';
import { whatsAppBody } from './body.ts';
import { whatsAppComplaint } from './complaints.ts';
import { whatsAppReceiver } from './receiver.ts';
import { whatsAppReadBodies } from './read-mark.ts';
import { uploadToNumber } from './upload-media.ts';
import { parseWhatsAppEntry } from './webhook/entry.ts';

/** WhatsApp by the Cloud API. The account is a phone number ID, the contact a business-scoped user ID or a number. */
export const WHATSAPP_DRIVER: ChannelDriver = {
	facts: WHATSAPP,
	webhook: {
		object: 'whatsapp_business_account',
		// Source: Meta, webhook reference of the object; read 2026-11-22. Those of threads that Meta Business Agent holds,
		// `standby` and `messaging_handovers`, are missing in Meta's own list of fields (read 2026-11-30).
		fields: [
			'messages',
			'standby',
			'messaging_handovers',
			'calls',
			'smb_message_echoes',
			'user_preferences',
			'message_template_status_update',
			'message_template_quality_update',
			'template_category_update',
			'account_update',
			'account_alerts',
			'phone_number_quality_update',
			'business_capability_update',
		],
		accountNamesFields: false,
	},
	parseEntry: parseWhatsAppEntry,
	complaintAbout: whatsAppComplaint,
	messageBody: whatsAppBody,
	receiverIn: whatsAppReceiver,
	readBodies: whatsAppReadBodies,
	uploadMedia: uploadToNumber,
};
