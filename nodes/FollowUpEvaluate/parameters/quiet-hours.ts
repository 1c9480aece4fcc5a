import type { INodePropertyCollection, INodeProperties } from 'n8n-workflow';

const WEEKDAYS = ['Friday', 'Monday', 'Saturday', 'Sunday', 'Thursday', 'Tuesday', 'Wednesday'];

const period: INodePropertyCollection = {
	displayName: 'Period',
	name: 'values',
	values: [
		{
			displayName: 'Days',
			name: 'days',
			type: 'multiOptions',
			options: WEEKDAYS.map((name) => ({ name, value: name.toLowerCase() })),
			default: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'],
			description: 'The days on which the period begins',
		},
		{
			displayName: 'From',
			name: 'from',
			type: 'string',
			default: '21:00',
			placeholder: 'e.g. 21:00',
		},
		{
			displayName: 'To',
			name: 'to',
			type: 'string',
			default: '08:00',
			placeholder: 'e.g. 08:00',
			description: 'When not later than From, the period lasts until that time on the next day',
		},
	],
};

/** Times of day at which nothing is sent. */
export const quietHoursParameter: INodeProperties = {
	displayName: 'Quiet Hours',
	name: 'quietHours',
	type: 'fixedCollection',
	placeholder: 'Add Period',
	typeOptions: {
		multipleValues: true,
		fixedCollection: {
			itemTitle: '={{ $collection.item.value.from + " – " + $collection.item.value.to }}',
		},
	},
	default: {},
	description:
		'Times of day, in the time zone of the settings, at which nothing is sent; it waits for their end',
	options: [period],
};
