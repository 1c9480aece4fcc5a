import { parseArgs } from 'node:util';
import { takePictures } from './dashboard/pictures.ts';
import { setUpFixture as setDashboard } from './dashboard/fixture.ts';
import { takeDemo } from './pictures/demo.ts';
import { removeUnshown } from './pictures/files.ts';
import { takeTemplates } from './pictures/templates.ts';
import { ensureN8n } from '../../harness/n8n/install.ts';
import { build } from '../../harness/shared/build.ts';
import { Interruption } from '../../harness/shared/interruption.ts';
import { runMain, CliError } from '../../harness/shared/cli-error.ts';

const USAGE = `npm run docs:pictures -- [--only demo|dashboard|templates]

  Takes the pictures of docs/ anew from a real n8n with the package as it is: the editor and the guide of the demo in
  both languages, the dashboard over a full store, and the templates. Pictures that no page shows are deleted.
  Needs Chromium.`;

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

await runMain(async () => {
	const { values } = parseArgs({ options: { only: { type: 'string' }, help: { type: 'boolean' } } });
	if (values.help) {
		console.log(USAGE);
		return 0;
	}
	const { only } = values;
	if (only !== undefined && !Object.hasOwn(PARTS, only))
		throw new CliError(`--only is "${only}"; it must be ${Object.keys(PARTS).join(', ')}.\n\n${USAGE}`);
	new Interruption();
	await ensureN8n(console.log);
	await build();
	for (const [name, take] of Object.entries(PARTS))
		if (only === undefined || only === name) await take(console.log);
	for (const name of removeUnshown()) console.log(`deleted, because no page shows it: ${name}`);
	return 0;
});
