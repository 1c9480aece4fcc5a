import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { STATES, LIVE_STATES, type FollowUpState } from '../../../lib/index.ts';
import { accountIdField, CHANNEL_OPTIONS } from '../../shared/channels.ts';
import { COLOUR_OPTIONS, stateOptions } from './options.ts';
import { readTime } from './time.ts';

/** The filters that lists share; each list takes those it knows. */
const chatbot: INodeProperties = {
	displayName: 'Chatbot ID',
	name: 'chatbot',
	type: 'string',
	default: '',
	placeholder: 'e.g. Xb4kQ0sT1uVw2xYz',
	description: 'As it stands on Follow-Up Evaluate; by default the ID of its workflow',
};

const colour: INodeProperties = {
	displayName: 'Colour',
	name: 'colour',
	type: 'options',
	options: COLOUR_OPTIONS,
	default: 'blue',
};

const contact: INodeProperties = {
	displayName: 'Customer',
	name: 'contact',
	type: 'string',
	default: '',
	placeholder: 'e.g. Ana or +573001112233',
	description: 'Part of their name, user name, phone number or ID',
};

const conversation: INodeProperties = {
	displayName: 'Conversation Key',
	name: 'conversation',
	type: 'string',
	default: '',
	placeholder: 'e.g. whatsapp:210000000000001:573001112233',
};

const followUp: INodeProperties = {
	displayName: 'Follow-Up',
	name: 'followUp',
	type: 'string',
	default: '',
	placeholder: 'e.g. Appointment reminder',
	description: 'Its name or its ID',
};

const platform: INodeProperties = {
	displayName: 'Platform',
	name: 'platform',
	type: 'options',
	options: CHANNEL_OPTIONS,
	default: 'whatsapp',
};

const reasonCode: INodeProperties = {
	displayName: 'Reason Code',
	name: 'reasonCode',
	type: 'string',
	default: '',
	placeholder: 'e.g. cancelled_reply',
};

const statesOf = (states: readonly FollowUpState[]): INodeProperties => ({
	displayName: 'States',
	name: 'states',
	type: 'multiOptions',
	options: stateOptions(states),
	default: [],
});

/** A time from which on, and one before which. */
export const range = (what: string): [INodeProperties, INodeProperties] => [
	{
		displayName: 'From',
		name: 'from',
		type: 'dateTime',
		default: '',
		description: `Only what ${what} at this time or later`,
	},
	{
		displayName: 'Until',
		name: 'until',
		type: 'dateTime',
		default: '',
		description: `Only what ${what} before this time`,
	},
];

/** A collection of filters in the order of their names. */
export const filterCollection = (options: INodeProperties[]): INodeProperties => ({
	displayName: 'Filters',
	name: 'filters',
	type: 'collection',
	placeholder: 'Add filter',
	default: {},
	options: [...options].sort((a, b) => a.displayName.localeCompare(b.displayName)),
});

const shared = [accountIdField, chatbot, colour, contact, conversation, followUp, platform, reasonCode];

export const scheduledFilters = filterCollection([...shared, statesOf(LIVE_STATES), ...range('is due')]);
export const activityFilters = filterCollection([
	...shared,
	statesOf(STATES.filter((state) => !(LIVE_STATES as readonly FollowUpState[]).includes(state))),
	...range('was sent or ended'),
]);
export const conversationFilters = (more: INodeProperties[]): INodeProperties =>
	filterCollection([accountIdField, chatbot, contact, platform, ...more]);

/** The filters that are filled in, with their times read. */
export function readFilters<Filter extends { from?: Date; until?: Date }>(
	context: IExecuteFunctions,
	itemIndex: number,
): Filter {
	const given = context.getNodeParameter('filters', itemIndex, {}) as IDataObject;
	const { from, until, states, ...rest } = given;
	const filled = Object.entries(rest)
		.map(([name, value]): [string, unknown] => [name, typeof value === 'string' ? value.trim() : value])
		.filter(([, value]) => value !== '' && value !== null && value !== undefined);
	const since = readTime(context, itemIndex, from, 'From');
	const before = readTime(context, itemIndex, until, 'Until');
	return {
		...Object.fromEntries(filled),
		...(Array.isArray(states) && states.length > 0 ? { states: states as FollowUpState[] } : {}),
		...(since ? { from: since } : {}),
		...(before ? { until: before } : {}),
	} as Filter;
}
