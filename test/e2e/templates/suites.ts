import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { check, type Check } from '../../../harness/smoke/checks.ts';
import { TEMPLATES } from '../../../templates/list/index.ts';
import { alerts } from './alerts.ts';
import { inEditor } from './editor.ts';
import type { Imported } from './imported.ts';
import { outsideNotices } from './outside-notices.ts';
import { runScenario } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';
import type { Ledger, Fixture } from './fixture.ts';
import { tableForm } from './table-form.ts';
import { whatsAppTemplates } from './whatsapp-templates.ts';

type Suite = (fixture: Fixture) => Promise<Check[]>;

/** All stories of all templates at once, in one time. */
const stories: Suite = async (fixture) => {
	const runs = fixture.templates.flatMap((template) =>
		(SCENARIOS[englishFile(template)] ?? []).map((scenario) => ({ template, scenario })),
	);
	return await fixture.time.sideBySide(
		runs.map(
			({ template, scenario }) =>
				async () =>
					await runScenario(fixture, template, scenario).catch(
						(error: Error): Check => ({
							...{ name: `${template.file}: ${scenario.name}`, holds: false },
							found: error.stack ?? error.message,
						}),
					),
		),
	);
};

type TemplateCheck = (fixture: Fixture, template: Imported) => Promise<Check>;

/** One template after the other, those that have something to show here. */
const inTurn =
	(runs: Record<string, TemplateCheck>): Suite =>
	async (fixture) => {
		const checks: Check[] = [];
		for (const template of fixture.templates) {
			const run = runs[englishFile(template)];
			if (!run) continue;
			const [result] = await fixture.time.sideBySide([
				async () =>
					await run(fixture, template).catch(
						(error: Error): Check => ({
							...{ name: template.file, holds: false },
							found: error.stack ?? error.message,
						}),
					),
			]);
			checks.push(result as Check);
		}
		return checks;
	};

/** What people do in forms and other systems, before customers write. */
const byPeople = inTurn({
	'follow-ups-in-a-table': tableForm,
	'whatsapp-templates': whatsAppTemplates,
	'stop-from-elsewhere': outsideNotices,
});

/** Last, because it breaks things on purpose. */
const broken = inTurn({ 'alerts-to-a-person': alerts });

/** The name under which a template is listed here. */
export function englishFile({ file, language }: Imported): string {
	return TEMPLATES.find((template) => template.file[language] === file)?.file.en ?? file;
}

const noObjection: Suite = async ({ sandbox, n8n }) => {
	const { refusals, violations } = await sandbox<Ledger>('GET', '/state');
	await waitUntil({
		what: 'the last executions to end',
		seconds: 30,
		probe: () =>
			n8n.executions().every(({ status }) => status !== 'running' && status !== 'new') || undefined,
	});
	const failed = n8n.executions().filter(({ status }) => !['success', 'waiting'].includes(status));
	return [
		check('nothing was sent that Meta would have refused, and no execution failed', [
			{
				ok: refusals.length === 0,
				found: `${refusals.length} refusals ${JSON.stringify(refusals.slice(0, 3))}`,
			},
			{
				ok: violations.length === 0,
				found: `${violations.length} objections of the referee ${JSON.stringify(violations.slice(0, 3))}`,
			},
			{
				ok: failed.length === 0,
				found: `${n8n.executions().length} executions, ${failed.length} not ended well ${JSON.stringify(failed.slice(0, 3))}`,
			},
		]),
	];
};

/** What is run, one after the other. */
export const SUITES: Suite[] = [inEditor, byPeople, stories, noObjection, broken];
