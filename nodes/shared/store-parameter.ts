import type { INodeProperties } from 'n8n-workflow';

/** Where the follow-ups are kept; the same choice in all nodes that work together. */
export const storeParameter: INodeProperties = {
	displayName: 'Store',
	name: 'store',
	type: 'options',
	// The engine reads it before there are items, so it cannot depend on one.
	noDataExpression: true,
	options: [
		{
			name: 'Embedded SQLite',
			value: 'embedded',
			description: "A file in n8n's user folder; nothing to set up",
		},
		{
			name: 'Postgres',
			value: 'postgres',
			description: 'A PostgreSQL database; needed when n8n runs in queue mode',
		},
	],
	default: 'embedded',
	description: 'Where conversations and follow-ups are kept. Choose the same in all nodes of this package.',
};
