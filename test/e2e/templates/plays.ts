import { waitUntil } from '../../../harness/shared/wait-until.ts';
import { claim, type Claim } from '../../../harness/smoke/claims.ts';
import { TEMPLATES } from '../../../templates/list/index.ts';
import { alerts } from './alerts.ts';
import { inEditor } from './editor.ts';
import type { Imported } from './imported.ts';
import { outsideNotices } from './outside-notices.ts';
import { play } from './scene.ts';
import { SCENES } from './scenes.ts';
import type { Books, Stage } from './stage.ts';
import { tableForm } from './table-form.ts';
import { whatsAppTemplates } from './whatsapp-templates.ts';

type Play = (stage: Stage) => Promise<Claim[]>;

/** All stories of all templates at once, in one time. */
const stories: Play = async (stage) => {
	const plays = stage.templates.flatMap((template) =>
		(SCENES[englishFile(template)] ?? []).map((scene) => ({ template, scene })),
	);
	return await stage.time.sideBySide(
		plays.map(
			({ template, scene }) =>
				async () =>
					await play(stage, template, scene).catch(
						(error: Error): Claim => ({
							...{ name: `${template.file}: ${scene.name}`, holds: false },
							found: error.stack ?? error.message,
						}),
					),
		),
	);
};

type TemplatePlay = (stage: Stage, template: Imported) => Promise<Claim>;

/** One template after the other, those that have something to show here. */
const inTurn =
	(plays: Record<string, TemplatePlay>): Play =>
	async (stage) => {
		const claims: Claim[] = [];
		for (const template of stage.templates) {
			const play = plays[englishFile(template)];
			if (!play) continue;
			const [result] = await stage.time.sideBySide([
				async () =>
					await play(stage, template).catch(
						(error: Error): Claim => ({
							...{ name: template.file, holds: false },
							found: error.stack ?? error.message,
						}),
					),
			]);
			claims.push(result as Claim);
		}
		return claims;
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

const noObjection: Play = async ({ sandbox, n8n }) => {
	const { refusals, violations } = await sandbox<Books>('GET', '/state');
	await waitUntil({
		what: 'the last executions to end',
		seconds: 30,
		probe: () =>
			n8n.executions().every(({ status }) => status !== 'running' && status !== 'new') || undefined,
	});
	const failed = n8n.executions().filter(({ status }) => !['success', 'waiting'].includes(status));
	return [
		claim('nothing was sent that Meta would have refused, and no execution failed', [
			{
				ok: refusals.length === 0,
				says: `${refusals.length} refusals ${JSON.stringify(refusals.slice(0, 3))}`,
			},
			{
				ok: violations.length === 0,
				says: `${violations.length} objections of the referee ${JSON.stringify(violations.slice(0, 3))}`,
			},
			{
				ok: failed.length === 0,
				says: `${n8n.executions().length} executions, ${failed.length} not ended well ${JSON.stringify(failed.slice(0, 3))}`,
			},
		]),
	];
};

/** What is played, one after the other. */
export const PLAYS: Play[] = [inEditor, byPeople, stories, noObjection, broken];
