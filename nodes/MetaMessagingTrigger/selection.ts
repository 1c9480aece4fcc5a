import type { FunctionsBase } from 'n8n-workflow';
import { splitList, type MessageState, type WantedEvents } from '../../lib/index.ts';
import { kindsOf } from './event-groups.ts';

/** What the user listens to. */
export function selection(context: FunctionsBase & ReadsParameters): WantedEvents {
	return {
		kinds: [...kindsOf(context.getNodeParameter('events', []) as string[])],
		states: context.getNodeParameter('statuses', []) as MessageState[],
		accounts: splitList(context.getNodeParameter('settings.accounts', '') as string),
	};
}

/** Of a webhook and of a trigger alike. */
export interface ReadsParameters {
	getNodeParameter(name: string, fallback: unknown): unknown;
}
