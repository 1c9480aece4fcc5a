import { announcement } from './demo/announcement.ts';
import { readOptions, type DemoOptions } from './demo/options.ts';
import { setStage } from './demo/stage.ts';
import { ensureN8n } from './n8n/install.ts';
import { build } from './shared/build.ts';
import { Interruption } from './shared/interruption.ts';
import { requirePort } from './shared/ports.ts';
import { Steps } from './shared/steps.ts';
import { temporaryFolder } from './shared/temporary-folder.ts';
import { runMain } from './shared/trouble.ts';
import { smoke } from './smoke/smoke.ts';

const PACE = { delaySeconds: 30, dueIntervalSeconds: 5 };

await runMain(async () => {
	const options = readOptions(process.argv.slice(2));
	if (typeof options === 'string') {
		console.log(options);
		return 0;
	}
	const interruption = new Interruption();
	const steps = new Steps();
	if (!options.smoke) await requirePorts(options);
	await ensureN8n(steps.say);
	steps.say('building the package');
	await build();
	if (!options.smoke) return await showToAPerson(options, interruption, steps);
	const claims = await smoke(options, steps);
	return claims.every(({ holds }) => holds) ? 0 : 1;
});

async function showToAPerson(
	options: DemoOptions,
	interruption: Interruption,
	{ say }: Steps,
): Promise<number> {
	const userFolder = temporaryFolder('demo', options.keep);
	const stage = await setStage({ ...options, userFolder, pace: PACE, say });
	console.log(announcement(stage, options.lang, PACE));
	await Promise.race([interruption.whenAsked(), stage.n8n.ended, stage.sandbox.ended]);
	// Ended by itself is not the same as ended by a person.
	stage.n8n.assertRunning();
	stage.sandbox.assertRunning();
	say('ending …');
	await stage.stop();
	say(options.keep ? `ended; n8n's folder is kept in ${userFolder}` : 'ended');
	return 0;
}

async function requirePorts({ port, phonePort }: DemoOptions): Promise<void> {
	const wayOut = `Stop that program, or choose other ports, e.g. npm run demo -- --port ${port + 1000}`;
	await requirePort(port, 'the n8n editor', wayOut);
	await requirePort(phonePort, 'the phone', wayOut);
}
