import type { Channel } from '../../messaging/channel.ts';

/** Meta's name for the thing whose events a webhook subscription delivers. */
export type WebhookObject = 'whatsapp_business_account' | 'page' | 'instagram';

export const WEBHOOK_OBJECTS: Record<Channel, WebhookObject> = {
	whatsapp: 'whatsapp_business_account',
	messenger: 'page',
	instagram: 'instagram',
};

/**
 * The fields this package reads. Those of the two others have other names on Instagram.
 * Source: Meta, webhook references of the three objects; read 2026-11-22.
 */
export const WEBHOOK_FIELDS: Record<Channel, readonly string[]> = {
	whatsapp: [
		'messages',
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
	messenger: [
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
	instagram: [
		'messages',
		'messaging_postbacks',
		'message_reactions',
		'messaging_seen',
		'messaging_referral',
		'messaging_handover',
		'standby',
	],
};
