import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore, reason, REASONS, type Store } from '../../lib/index.ts';
import { feedEntries } from '../../harness/demo/feed/entries.ts';
import { REASONS_ES } from '../../lib/follow-up/reasons/index.ts';
import { StoreReader } from '../../harness/demo/feed/store-news.ts';
import { newCustomer } from '../support/customer.ts';
import { DUE, followUpAt } from '../support/scheduled.ts';
import { MINUTE, after } from '../support/time.ts';

let folder: string;
let store: Store;
let reader: StoreReader;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'feed-test-'));
	mkdirSync(join(folder, '.n8n'));
	reader = new StoreReader(folder);
	expect(reader.news()).toEqual({ messages: [], transitions: [], definitions: [] });
	store = await openStore({ kind: 'sqlite', file: join(folder, '.n8n', 'meta-followup.sqlite') });
});
afterEach(async () => {
	reader.close();
	await store.close();
	rmSync(folder, { recursive: true, force: true });
});

const kinds = () => feedEntries(reader.news(), 'en', REASONS).map(({ kind }) => kind);

test('the feed tells the life of a follow-up once, in its order, up to the message that was accepted', async () => {
	const { id, leaseToken } = await followUpAt(store, 'decided');
	expect(kinds()).toEqual(['in', 'answer', 'planned', 'due', 'decided']);
	expect(kinds()).toEqual([]);
	const at = after(MINUTE, DUE);
	await store.beginSend(id, leaseToken, at);
	await store.finishSend(id, { outcome: 'accepted', messageId: 'wamid.1' }, at);
	expect(kinds()).toEqual(['sending', 'sent']);
});

test('a plan says when it is due, and an answer of the customer what it ended', async () => {
	const customer = newCustomer();
	await followUpAt(store, 'scheduled', { customer });
	const [, , plan] = feedEntries(reader.news(), 'es', REASONS_ES);
	expect(plan).toMatchObject({ kind: 'planned', followUp: 'Reminder', until: DUE.toISOString() });
	const late = after(2 * MINUTE);
	await store.ingest([customer.writes('Forget it', late)], late);
	expect(feedEntries(reader.news(), 'es', REASONS_ES)).toEqual([
		expect.objectContaining({ kind: 'in', text: 'Forget it' }),
		expect.objectContaining({
			kind: 'ended',
			code: 'cancelled_reply',
			text: REASONS_ES.cancelled_reply,
		}),
	]);
});

test('every reason has its own sentence in both languages', () => {
	expect(Object.keys(REASONS_ES).sort()).toEqual(Object.keys(REASONS).sort());
	const same = Object.entries(REASONS_ES).filter(([code, text]) => text === reason(code as never).sentence);
	expect(same).toEqual([]);
});
