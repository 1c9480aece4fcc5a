import type { EventKind, MessagingEvent } from '../../lib/index.ts';

interface EventGroup {
	name: string;
	value: string;
	description: string;
	kinds: readonly EventKind[];
}

/**
 * What a user can listen to, and the kinds of events behind it. In alphabetical order. `history` is in none: what was said
 * before the number was connected is recorded and starts nothing.
 */
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
		description:
			'New customer IDs, edits, comments, handovers, threads of other apps, news about the account',
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

type State = NonNullable<MessagingEvent['status']>['state'];

/** The states of a message that a user can listen to. */
export const STATUS_OPTIONS: { name: string; value: State }[] = [
	{ name: 'Delivered', value: 'delivered' },
	{ name: 'Failed', value: 'failed' },
	{ name: 'Played', value: 'played' },
	{ name: 'Read', value: 'read' },
	{ name: 'Sent', value: 'sent' },
];

/** The kinds of events that start an execution, by the values chosen under Trigger On. */
export function kindsOf(chosen: readonly string[]): Set<EventKind> {
	return new Set(EVENT_GROUPS.filter(({ value }) => chosen.includes(value)).flatMap(({ kinds }) => kinds));
}
