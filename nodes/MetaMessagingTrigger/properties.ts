import type { INodeProperties } from 'n8n-workflow';
import { EVENT_GROUPS } from './event-groups';

export const properties: INodeProperties[] = [
	{
		displayName: 'Trigger On',
		name: 'events',
		type: 'multiOptions',
		options: EVENT_GROUPS.map(({ name, value, description: text }) => ({ name, value, description: text })),
		default: ['messages'],
		required: true,
	},
	{
		displayName:
			'Everything Meta delivers is recorded, also what starts no workflow: statuses and echoes cost no execution',
		name: 'recordedNotice',
		type: 'notice',
		default: '',
	},
	{
		displayName: 'Settings',
		name: 'settings',
		type: 'collection',
		placeholder: 'Add setting',
		default: {},
		options: [
			{
				displayName: 'Include Raw Data',
				name: 'includeRaw',
				type: 'boolean',
				default: false,
				description: 'Whether to add what Meta sent, unchanged, as event.raw',
			},
		],
	},
	{
		// n8n parses a JSON body before it calls a node of version 1, and answers 422 itself when it cannot. This makes it
		// leave the body to us, so that the signature is checked first and the caller gets the right status (400, 401, 413).
		displayName: 'Options',
		name: 'options',
		type: 'hidden',
		default: { binaryData: true },
	},
];
