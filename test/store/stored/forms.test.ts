import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readStoredDefinition, readStoredSettings } from '../../../lib/store/chatbots/read-stored.ts';
import * as read from '../../../lib/store/database/stored-json.ts';
import { decisionJson } from '../../../lib/follow-up/stored/decision.ts';
import type { Decision } from '../../../lib/follow-up/types.ts';
import { version } from '../../../package.json';
import {
	CHATBOT,
	CONTENTS,
	DECISION,
	DETAIL,
	ERROR,
	PLAN,
	PREFETCHED,
	RATES,
	TEMPLATES,
} from './every-field.ts';
import { keepNew, keptForms, type Forms } from './kept-forms.ts';

const stored = (decision: Decision): unknown => JSON.parse(decisionJson(decision));

/** The columns as this release writes them: the engine's values as they are, a decision with its sentence as `reason`. */
const written: Forms = {
	definition_json: CHATBOT.followUps,
	settings_json: [CHATBOT.settings],
	content_json: CONTENTS,
	decision_json: [stored(DECISION)],
	foreseen_json: [PREFETCHED],
	next_plan_json: [PLAN],
	reasons_json: [PLAN.reasons],
	templates_json: [TEMPLATES],
	error_json: [ERROR],
	detail_json: [DETAIL],
	rates_json: [RATES],
	thread_theirs_json: [[1_793_000_000_000, 1_793_000_060_000]],
	result_json: [{ held: false, cost: { currency: 'USD', low: 0, high: 0.01, why: 'Inside the window' } }],
	wishes_json: [{ allByCustomer: 1_793_000_000_000, agreed: 1_793_000_060_000 }],
	event_json: [
		{
			...{
				kind: 'message',
				id: 'wamid.1',
				channel: 'whatsapp',
				account: '210000000000001',
				opensWindow: true,
			},
			...{ contact: { id: 'CO.1', phone: '573001112233' }, at: '2026-11-23T15:00:00.000Z' },
			message: { id: 'wamid.1', type: 'text', text: 'Hello' },
		},
	],
	wants_json: [
		{
			wants: { kinds: ['message', 'status'], states: ['failed'], accounts: ['210000000000001'] },
			...{ includeRaw: true, plannedBy: [{ id: 'workflow:Evaluate', version: 'one' }], hears: true },
		},
	],
	media_json: [
		{
			file: { kind: 'audio', id: '900000000000001', mimeType: 'audio/ogg', voice: true },
			...{ state: 'open', seconds: 14.2, failure: 'not_fetched', failingSince: 1_793_000_000_000 },
			lease: { token: 'run', until: 1_793_000_060_000 },
		},
		{ file: { kind: 'image', url: 'https://cdn.fbsbx.com/1' }, state: 'failed', failure: 'no_picture' },
	],
};

const readers: Record<string, (json: string) => unknown> = {
	definition_json(json) {
		const { id, name } = JSON.parse(json) as { id: string; name: string };
		const found = readStoredDefinition({ follow_up: id, name, definition_json: json });
		return 'value' in found ? found.value : found;
	},
	settings_json(json) {
		const found = readStoredSettings(json);
		return 'value' in found ? found.value : found;
	},
	content_json: read.readContent,
	decision_json(json) {
		const found = read.readDecision(json);
		return found && stored(found);
	},
	foreseen_json: read.readPrefetched,
	next_plan_json: read.readPlan,
	reasons_json: read.readReasons,
	templates_json: read.readTemplateFacts,
	error_json: read.readError,
	detail_json: read.readDetail,
	rates_json: read.readRates,
	thread_theirs_json: read.readTimes,
	result_json: read.readDetail,
	wishes_json: read.readWishTimes,
	event_json: read.readEvent,
	wants_json: read.readStartWants,
	media_json: read.readMedia,
};

// After a new field: KEEP_NEW_FIELDS=1 npm run test:unit -- test/store/stored/forms
if (process.env.KEEP_NEW_FIELDS) keepNew(version, JSON.parse(JSON.stringify(written)) as Forms);
const fixtures = keptForms();

test(`the stored form is that of test/fixtures/stored/${version}.json; another form needs a file of the next version`, () => {
	expect(JSON.parse(JSON.stringify(written))).toEqual(
		fixtures.find(({ release }) => release === version)?.forms,
	);
});

test('every column of JSON has an example and a reader', () => {
	const folder = join(__dirname, '../../../lib/store/database/schema');
	const schema = readdirSync(folder)
		.map((file) => readFileSync(join(folder, file), 'utf8'))
		.join('\n');
	const columns = [...schema.matchAll(/\b(\w+_json)\b/g)].map(([, column]) => column as string);
	expect(Object.keys(readers).sort()).toEqual([...new Set(columns)].sort());
	expect(Object.keys(written).sort()).toEqual(Object.keys(readers).sort());
});

describe.each(fixtures)('what $release stored', ({ forms }) => {
	test.each(Object.entries(forms))('%s is read with all that it says', (column, examples) => {
		for (const example of examples) {
			const found = readers[column]?.(JSON.stringify(example));
			expect(found).toMatchObject(example as object);
		}
	});
});
