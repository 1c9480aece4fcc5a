import { announcement, editorAnnouncement } from '../harness/demo/announcement.ts';
import { openDemo } from '../harness/demo/open-demo.ts';
import { readOptions, type DemoOptions } from '../harness/demo/options.ts';
import { FIRST_TEMPLATE, listOfTemplates, readTemplate } from '../harness/demo/template-file.ts';
import { DEMO_WORDS } from '../harness/demo/words.ts';
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
	const { lang, template } = options;
	if (template === 'list') {
		console.log(listOfTemplates(lang));
		return 0;
	}
	const interruption = new Interruption();
	const steps = new Steps();
	// A mistyped name is told before anything is installed or built.
	readTemplate(lang, template);
	if (!options.smoke) await requirePorts(options);
	steps.log(DEMO_WORDS[lang].building);
	await build();
	if (!options.smoke) return await showToAPerson(options, interruption, steps);
	await ensureN8n(steps.log);
	const checks = await smoke(options, steps);
	return checks.every(({ holds }) => holds) ? 0 : 1;
});

async function showToAPerson(
	options: DemoOptions,
	interruption: Interruption,
	steps: Steps,
): Promise<number> {
	const { lang, speed, template = FIRST_TEMPLATE[lang], port, phonePort, keep } = options;
	const words = DEMO_WORDS[lang];
	const userFolder = temporaryFolder('demo', keep);
	const demo = await openDemo({
		...{ lang, template, port, phonePort, userFolder, speed: speed ?? 1 },
		// Without a speed the delays of the template are shortened instead, so that the first follow-up comes soon.
		timing: speed === undefined ? TIMING : undefined,
		onError: ({ message }) => steps.log(words.trouble.replace('{message}', () => message)),
	});
	steps.log(words.phoneReady);
	console.log(announcement(demo.places, demo.plan, lang));
	const asked = interruption.whenAsked();
	const bringing = demo.bringN8n(steps.log).then(
		async (n8n) => {
			steps.log(words.taken);
			console.log(editorAnnouncement(n8n.url, demo.plan, lang));
			await n8n.ended;
			// Ended by itself is not the same as ended by a person.
			n8n.assertRunning();
		},
		async (error: Error) => {
			steps.log(words.failed);
			console.error(error.message);
			await demo.stayWithout(error.message);
			await new Promise(() => {});
		},
	);
	await Promise.race([asked, bringing, demo.sandbox.ended, demo.narration]);
	demo.sandbox.assertRunning();
	steps.log(words.ending);
	await demo.stop();
	steps.log(keep ? words.kept.replace('{folder}', () => userFolder) : words.ended);
	return 0;
}

async function requirePorts({ port, phonePort, lang }: DemoOptions): Promise<void> {
	const { wayOut, editorPort, phonePort: phone } = DEMO_WORDS[lang];
	const advice = wayOut.replace('{port}', String(port + 1000));
	await requirePort(port, editorPort, advice, lang);
	await requirePort(phonePort, phone, advice, lang);
}
