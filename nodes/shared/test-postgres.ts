import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { AdvisedError, openStore } from '../../lib/index.ts';
import { postgresOptions } from './store-for.ts';

/** The test of the Postgres credential: opens the store as the nodes would, tables included. */
export async function followUpStorePostgresTest(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	try {
		const store = await openStore({ ...postgresOptions(data ?? {}), maxConnections: 2 });
		await store.close();
		return { status: 'OK', message: 'Connection successful; the tables are there and up to date' };
	} catch (error) {
		const advice = error instanceof AdvisedError ? `. ${error.advice}` : '';
		return { status: 'Error', message: `${(error as Error).message}${advice}` };
	}
}
