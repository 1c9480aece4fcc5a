import type { FunctionsBase, IWebhookFunctions } from 'n8n-workflow';
import {
	isOfAccounts,
	splitList,
	type MessageState,
	type MessagingEvent,
	type WantedEvents,
} from '../../lib/index.ts';
import { kindsOf } from './event-groups.ts';

/** The events that are recorded at all: with Record Only These Accounts, those of the accounts that are named. */
export function recordedEvents(context: IWebhookFunctions, events: MessagingEvent[]): MessagingEvent[] {
	const accounts = recordOnly(context);
	return accounts ? events.filter((event) => isOfAccounts(event, accounts)) : events;
}

/** The only accounts that are recorded; undefined: all are. */
export function recordOnly(context: ReadsParameters): string[] | undefined {
	const accounts = accountsOf(context);
	const isOn = context.getNodeParameter('settings.recordOnly', false) as boolean;
	return isOn && accounts.length > 0 ? accounts : undefined;
}

function accountsOf(context: ReadsParameters): string[] {
	return splitList(context.getNodeParameter('settings.accounts', '') as string);
}

/** What the user listens to. */
export function selection(context: FunctionsBase & ReadsParameters): WantedEvents {
	return {
		kinds: [...kindsOf(context.getNodeParameter('events', []) as string[])],
		states: context.getNodeParameter('statuses', []) as MessageState[],
		accounts: accountsOf(context),
	};
}

/** Of a webhook and of a trigger alike. */
export interface ReadsParameters {
	getNodeParameter(name: string, fallback: unknown): unknown;
}
