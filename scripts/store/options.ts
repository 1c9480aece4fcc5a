import { text } from '../../harness/shared/options.ts';

/** How the programs for stores are told which one. */
export const STORE_OPTIONS = {
	sqlite: text({
		stands: '<file>',
		says: 'the embedded store, usually <user folder>/.n8n/meta-followup.sqlite',
	}),
	postgres: text({ stands: '<connection string>', says: 'the store in Postgres' }),
	schema: text({ stands: '<name>', says: 'where its tables are in Postgres; public unless given' }),
};
