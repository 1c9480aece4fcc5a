import { join } from 'node:path';
import { announcement, guideLinks } from '../harness/demo/announcement.ts';
import { DemoClock } from '../harness/demo/clock/clock.ts';
import { GuideClient } from '../harness/demo/guides/guide-client.ts';
import { guideFor } from '../harness/demo/guides/guide.ts';
import { narrate } from '../harness/demo/narrate.ts';
import { readOptions, type DemoOptions } from '../harness/demo/options.ts';
import { startDemo } from '../harness/demo/start-demo.ts';
import { FIRST_TEMPLATE, readTemplate } from '../harness/demo/template-file.ts';
import { ensureN8n } from '../harness/n8n/install.ts';
import { build } from '../harness/shared/build.ts';
import { runWith } from '../harness/shared/command-line.ts';
import { Interruption } from '../harness/shared/interruption.ts';
import { requirePort } from '../harness/shared/ports.ts';
import { Steps } from '../harness/shared/steps.ts';
import { temporaryFolder } from '../harness/shared/temporary-folder.ts';
import { smoke } from '../harness/smoke/smoke.ts';

const TIMING = { delaySeconds: 30, dueIntervalSeconds: 5 };

await runWith(readOptions, async (options) => {
	const interruption = new Interruption();
	const steps = new Steps();
	// A mistyped name is told before anything is installed or built.
	readTemplate(options.lang, options.template);
	if (!options.smoke) await requirePorts(options);
	await ensureN8n(steps.log);
	steps.log('building the package');
	await build();
	if (!options.smoke) return await showToAPerson(options, interruption, steps);
	const checks = await smoke(options, steps);
	return checks.every(({ holds }) => holds) ? 0 : 1;
});

async function showToAPerson(
	options: DemoOptions,
	interruption: Interruption,
	{ log }: Steps,
): Promise<number> {
	const { lang, speed = 1, template = FIRST_TEMPLATE[lang] } = options;
	const userFolder = temporaryFolder('demo', options.keep);
	const clock = new DemoClock({ folder: join(userFolder, 'clock') });
	// Without a speed the delays of the template are shortened instead, so that the first follow-up comes soon.
	const timing = options.speed === undefined ? TIMING : undefined;
	const demo = await startDemo({ ...options, userFolder, timing, clock, log });
	const links = guideLinks(demo, lang);
	const guide = guideFor({
		workflow: demo.workflow,
		template,
		lang,
		speed,
		isShortened: timing !== undefined,
		links,
	});
	const client = new GuideClient(demo.sandboxUrl);
	await client.show(guide);
	// Not before: while n8n starts, a fast clock would already be hours ahead.
	if (speed !== 1) await clock.setSpeed(speed);
	console.log(announcement(demo, guide));
	const end = new AbortController();
	const narration = narrate({ userFolder, client, clock, lang, signal: end.signal });
	await Promise.race([interruption.whenAsked(), demo.n8n.ended, demo.sandbox.ended, narration]);
	// Ended by itself is not the same as ended by a person.
	demo.n8n.assertRunning();
	demo.sandbox.assertRunning();
	log('ending …');
	end.abort();
	await narration;
	await demo.stop();
	log(options.keep ? `ended; n8n's folder is kept in ${userFolder}` : 'ended');
	return 0;
}

async function requirePorts({ port, phonePort }: DemoOptions): Promise<void> {
	const wayOut = `Stop that program, or choose other ports, e.g. npm run demo -- --port ${port + 1000}`;
	await requirePort(port, 'the n8n editor', wayOut);
	await requirePort(phonePort, 'the phone', wayOut);
}
