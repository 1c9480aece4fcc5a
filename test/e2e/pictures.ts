import { takePictures } from './dashboard/pictures.ts';
import { setUpFixture as setDashboard } from './dashboard/fixture.ts';
import { takeDemo } from './pictures/demo.ts';
import { removeUnshown } from './pictures/files.ts';
import { takeTemplates } from './pictures/templates.ts';
import { ensureN8n } from '../../harness/n8n/install.ts';
import { build } from '../../harness/shared/build.ts';
import { runProgram } from '../../harness/shared/command-line.ts';
import { Interruption } from '../../harness/shared/interruption.ts';
import { choice } from '../../harness/shared/options.ts';

const PARTS: Record<string, (log: (step: string) => void) => Promise<void>> = {
	async demo(log) {
		await takeDemo('en', log);
		await takeDemo('es', log);
	},
	async dashboard(log) {
		const demo = await setDashboard(log);
		try {
			await takePictures(demo, log);
		} finally {
			await demo.stop();
		}
	},
	templates: takeTemplates,
};

const PICTURES = {
	call: 'npm run docs:pictures -- [options]',
	about:
		'Takes the pictures of docs/ anew from a real n8n with the package as it is: the editor and the guide of the demo in both languages, the dashboard over a full store, and the templates. Pictures that no page shows are deleted. Needs Chromium.',
	options: { only: choice(Object.keys(PARTS), { says: 'one part of them' }) },
};

await runProgram(PICTURES, async ({ values: { only } }) => {
	new Interruption();
	await ensureN8n(console.log);
	await build();
	for (const [name, take] of Object.entries(PARTS))
		if (only === undefined || only === name) await take(console.log);
	for (const name of removeUnshown()) console.log(`deleted, because no page shows it: ${name}`);
	return 0;
});
