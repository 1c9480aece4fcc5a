import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { CHANNELS, CHANNEL_FACTS, CHANNEL_NAMES, type Channel } from '../../lib/index.ts';

/** The platforms by the names people know. */
export const CHANNEL_OPTIONS: INodePropertyOptions[] = CHANNELS.map((value) => ({
	name: CHANNEL_NAMES[value],
	value,
})).sort((a, b) => a.name.localeCompare(b.name));

export const CHANNELS_WITH_TEMPLATES: Channel[] = CHANNELS.filter(
	(channel) => CHANNEL_FACTS[channel].hasTemplates,
);

export const CHANNELS_WITH_AI_TIMING: Channel[] = CHANNELS.filter(
	(channel) => CHANNEL_FACTS[channel].hasAiTiming,
);

/** Which account of the business. */
export const accountIdField: INodeProperties = {
	displayName: 'Account ID',
	name: 'account',
	type: 'string',
	default: '',
	placeholder: 'e.g. 210000000000001',
	description: 'On WhatsApp the phone number ID, on Instagram the account ID, on Messenger the Page ID',
};
