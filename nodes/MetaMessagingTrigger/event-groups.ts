import type { EventKind } from '../../lib';

interface EventGroup {
	name: string;
	value: string;
	description: string;
	kinds: readonly EventKind[];
}

/** What a user can listen to, and the kinds of events behind it. In alphabetical order. */
export const EVENT_GROUPS: readonly EventGroup[] = [
	{
		name: 'Echoes',
		value: 'echoes',
		description: 'A person or another app on the business side wrote',
		kinds: ['echo'],
	},
	{
		name: 'Messages',
		value: 'messages',
		description: 'A customer wrote, tapped a button or called',
		kinds: ['message', 'postback', 'call', 'referral'],
	},
	{
		name: 'Opt-Out Changes',
		value: 'optOuts',
		description: 'A customer stopped or resumed marketing messages',
		kinds: ['preference'],
	},
	{
		name: 'Other',
		value: 'other',
		description: 'New customer IDs, news about the account, handovers',
		kinds: ['identity', 'account', 'standby', 'handover', 'comment', 'other'],
	},
	{
		name: 'Reactions',
		value: 'reactions',
		description: 'A customer reacted to a message',
		kinds: ['reaction'],
	},
	{
		name: 'Reads',
		value: 'reads',
		description: 'A customer read messages on Messenger or Instagram',
		kinds: ['read'],
	},
	{
		name: 'Statuses',
		value: 'statuses',
		description: 'A message was sent, delivered, read or failed. Mind that each one starts an execution.',
		kinds: ['status'],
	},
	{
		name: 'Template Changes',
		value: 'templates',
		description: 'A WhatsApp template changed its status, quality or category',
		kinds: ['template'],
	},
];

/** The kinds of events that start an execution, by the values chosen under Trigger On. */
export function kindsOf(chosen: readonly string[]): Set<EventKind> {
	return new Set(EVENT_GROUPS.filter(({ value }) => chosen.includes(value)).flatMap(({ kinds }) => kinds));
}
