import type { Icon, ICredentialType, INodeProperties } from 'n8n-workflow';

/** A PostgreSQL database that keeps conversations and follow-ups; several n8n processes may share it. */
export class FollowUpStorePostgresApi implements ICredentialType {
	name = 'followUpStorePostgresApi';

	displayName = 'Follow-Up Store Postgres API';

	icon: Icon = {
		light: 'file:../nodes/FollowUpSchedule/followUpSchedule.svg',
		dark: 'file:../nodes/FollowUpSchedule/followUpSchedule.dark.svg',
	};

	documentationUrl = 'https://www.postgresql.org/docs/current/libpq-connect.html';

	properties: INodeProperties[] = [
		{
			displayName: 'Host',
			name: 'host',
			type: 'string',
			default: 'localhost',
			required: true,
		},
		{
			displayName: 'Port',
			name: 'port',
			type: 'number',
			default: 5432,
			required: true,
		},
		{
			displayName: 'Database',
			name: 'database',
			type: 'string',
			default: 'postgres',
			required: true,
		},
		{
			displayName: 'User',
			name: 'user',
			type: 'string',
			default: 'postgres',
			required: true,
			description:
				'The user needs the right to make a schema in the database, or an own schema of the name below',
		},
		{
			displayName: 'Password',
			name: 'password',
			type: 'string',
			typeOptions: { password: true },
			default: '',
		},
		{
			displayName: 'Schema',
			name: 'schema',
			type: 'string',
			default: 'meta_followup',
			description: "The schema that holds the tables, apart from n8n's own; it is made if missing",
		},
		{
			displayName: 'TLS',
			name: 'tls',
			type: 'options',
			options: [
				{ name: 'Off', value: 'off', description: 'For a server on the same host or in a private network' },
				{
					name: 'On, Any Certificate',
					value: 'trust',
					description: 'Encrypted, but the server is not verified',
				},
				{
					name: 'On, Verified',
					value: 'verify',
					description: 'Encrypted, and the certificate must be valid',
				},
			],
			default: 'off',
		},
		{
			displayName: 'CA Certificate',
			name: 'ca',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			displayOptions: { show: { tls: ['verify'] } },
			description: 'In PEM form. Needed when the CA of the server is not a public one.',
		},
		{
			displayName: 'Maximum Connections',
			name: 'maxConnections',
			type: 'number',
			typeOptions: { minValue: 2, maxValue: 50 },
			default: 5,
			description:
				'How many connections each n8n process opens at most. The server allows 100 in all by default.',
		},
	];
}
