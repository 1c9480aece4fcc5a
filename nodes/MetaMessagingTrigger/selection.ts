import type { IWebhookFunctions } from 'n8n-workflow';
import { splitList, type MessagingEvent } from '../../lib/index.ts';
import { kindsOf } from './event-groups.ts';

/** News of the whole business account carry its own ID (not a phone number's), so the account filter is not for them. */
const ACCOUNT_WIDE = ['template', 'account'];

/** What the user listens to, as a question to ask of each event. */
export function selection(context: IWebhookFunctions): (event: MessagingEvent) => boolean {
	const kinds = kindsOf(context.getNodeParameter('events', []) as string[]);
	const states = new Set(context.getNodeParameter('statuses', []) as string[]);
	const accounts = splitList(context.getNodeParameter('settings.accounts', '') as string);
	return ({ kind, account, status, receipt }) => {
		if (!kinds.has(kind)) return false;
		if (kind === 'status' && !states.has(status?.state ?? receipt?.state ?? '')) return false;
		return accounts.length === 0 || accounts.includes(account) || ACCOUNT_WIDE.includes(kind);
	};
}
