import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { n8nDatabase } from '../../harness/n8n/n8n-database.ts';
import { publicationsSince } from '../../harness/n8n/publications.ts';

const START = new Date('2026-11-30T12:00:00.250Z');
const BEFORE = '2026-11-30 11:59:58';
const AFTER = '2026-11-30 12:00:07';

/** A user folder with what n8n 2.41.1 keeps of its publications. */
function userFolder(): { folder: string; database: DatabaseSync } {
	const folder = mkdtempSync(join(tmpdir(), 'meta-followup-publications-'));
	mkdirSync(join(folder, '.n8n'));
	const database = new DatabaseSync(join(folder, '.n8n', 'database.sqlite'));
	database.exec(`
		create table workflow_publication_outbox
			("id" integer primary key, "workflowId" text, "status" text, "errorMessage" text, "updatedAt" text);
		create table workflow_publication_trigger_status
			("workflowId" text, "status" text, "triggerKind" text);`);
	return { folder, database };
}

const { folder, database } = userFolder();
afterAll(() => database.close());
beforeEach(() =>
	database.exec('delete from workflow_publication_outbox; delete from workflow_publication_trigger_status'),
);

const outbox = (status: string, updatedAt: string, errorMessage: string | null = null) =>
	database
		.prepare(
			`insert into workflow_publication_outbox ("workflowId", "status", "errorMessage", "updatedAt") values ('a', ?, ?, ?)`,
		)
		.run(status, errorMessage, updatedAt);
const trigger = (triggerKind: string, status = 'activated') =>
	database
		.prepare(`insert into workflow_publication_trigger_status values ('a', ?, ?)`)
		.run(status, triggerKind);
const publication = async (N8N_USER_FOLDER = folder) =>
	(await publicationsSince(START, n8nDatabase({ N8N_USER_FOLDER })))('a');

test('an n8n that has no database yet, or knows nothing of the workflow, is not done', async () => {
	expect(await publication(join(folder, 'nowhere'))).toEqual({ is: 'under way' });
	expect(await publication()).toEqual({ is: 'under way' });
});

test('a publication since the start is what counts, and the latest of them', async () => {
	outbox('completed', BEFORE);
	trigger('in-memory');
	expect(await publication()).toEqual({ is: 'under way' });
	outbox('partial_success', AFTER, 'Some triggers failed to activate');
	expect(await publication()).toEqual({ is: 'failed', why: 'Some triggers failed to activate' });
	outbox('pending', AFTER);
	expect(await publication()).toEqual({ is: 'under way' });
	database.exec(`update workflow_publication_outbox set status = 'completed' where status = 'pending'`);
	expect(await publication()).toEqual({ is: 'active' });
});

test('triggers that live in the database outlive a restart, those in memory do not', async () => {
	outbox('completed', BEFORE);
	trigger('persisted');
	expect(await publication()).toEqual({ is: 'active' });
	trigger('in-memory');
	expect(await publication()).toEqual({ is: 'under way' });
});

test('a failed publication without a word is named by its status', async () => {
	outbox('failed', AFTER);
	expect(await publication()).toEqual({ is: 'failed', why: 'failed' });
});
