import type { IHookFunctions } from 'n8n-workflow';
import { CHANNEL_DRIVERS, splitList, type Channel, type WantedSubscription } from '../../../lib/index.ts';
import { ACCOUNT_FIELDS } from './account-fields.ts';

/** What the user asked n8n to subscribe to. */
export function wantedSubscriptions(context: IHookFunctions): WantedSubscription[] {
	const platforms = context.getNodeParameter('platforms', []) as Channel[];
	return platforms.map((channel) => ({
		...CHANNEL_DRIVERS[channel].webhook,
		accounts: splitList(context.getNodeParameter(ACCOUNT_FIELDS[channel].name, '') as string),
	}));
}
