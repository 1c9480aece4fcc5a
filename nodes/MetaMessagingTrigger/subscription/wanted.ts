import type { IHookFunctions } from 'n8n-workflow';
import { WEBHOOK_FIELDS, WEBHOOK_OBJECTS, type Channel, type WantedSubscription } from '../../../lib/index.ts';
import { splitList } from '../split-list.ts';

const ACCOUNT_PARAMETERS: Record<Channel, string> = {
	whatsapp: 'whatsAppAccounts',
	messenger: 'pages',
	instagram: 'instagramAccounts',
};

/** What the user asked n8n to subscribe to. */
export function wantedSubscriptions(context: IHookFunctions): WantedSubscription[] {
	const platforms = context.getNodeParameter('platforms', []) as Channel[];
	return platforms.map((channel) => ({
		object: WEBHOOK_OBJECTS[channel],
		fields: WEBHOOK_FIELDS[channel],
		accounts: splitList(context.getNodeParameter(ACCOUNT_PARAMETERS[channel], '') as string),
	}));
}
