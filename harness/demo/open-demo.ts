import { join } from 'node:path';
import { Mailbox } from '../shared/mailbox.ts';
import { freePorts } from '../shared/ports.ts';
import type { Child } from '../shared/child.ts';
import type { RunningN8n } from '../n8n/start.ts';
import { guideLinks } from './announcement.ts';
import { DemoClock } from './clock/clock.ts';
import { ownCredentials, sandboxCredentials } from './credentials.ts';
import { startEngine, type RunningEngine } from './engine/start-engine.ts';
import { mailEntry } from './feed/mail.ts';
import { GuideClient } from './guides/guide-client.ts';
import { guideFor } from './guides/guide.ts';
import type { Stage } from './guides/notices.ts';
import type { Places } from './guides/steps/step-input.ts';
import { handOver } from './hand-over.ts';
import { narrate } from './narrate.ts';
import type { Language } from './options.ts';
import { planDemo, type DemoPlan } from './plan.ts';
import { SandboxControl } from './sandbox-control.ts';
import { startSandbox } from './sandbox.ts';
import type { Timing } from './template.ts';

export interface OpenOptions {
	lang: Language;
	template: string;
	/** How much faster time passes. */
	speed: number;
	/** Shortens the template's delays; without it they stay as they are. */
	timing?: Timing;
	port: number;
	phonePort: number;
	userFolder: string;
	onError: (error: Error) => void;
}

/** A demo that can be played with: by the engine alone until n8n has taken over. */
export interface OpenDemo {
	plan: DemoPlan;
	places: Places;
	clock: DemoClock;
	engine: RunningEngine;
	sandbox: Child;
	/** Fails when what the page is told, or the clock, does not work any more. */
	narration: Promise<void>;
	/** Starts n8n and lets it take over; says so on the page. */
	bringN8n(log: (step: string) => void): Promise<RunningN8n>;
	/** Says on the page that it goes on without n8n. */
	stayWithout(why: string): Promise<void>;
	stop(): Promise<void>;
}

/** Opens the phone, the guide and the dashboard on the engine alone. */
export async function openDemo(options: OpenOptions): Promise<OpenDemo> {
	const { lang, template, speed, timing, port, phonePort, userFolder, onError } = options;
	const clock = new DemoClock({ folder: join(userFolder, 'clock') });
	const [mailPort = 0] = await freePorts(1);
	const credentials = [...sandboxCredentials(`http://127.0.0.1:${phonePort}`), ...ownCredentials(mailPort)];
	const n8nUrl = `http://127.0.0.1:${port}`;
	const plan = planDemo({ lang, template, n8nUrl, credentials, timing });
	const { url, process: sandbox } = await startSandbox(phonePort, undefined, lang, clock.env);
	const control = new SandboxControl(url);
	const engine = await startEngine({
		...{ sandboxUrl: url, workflow: plan.followUps, clock, lang, onError },
		storeFile: join(userFolder, '.n8n', 'meta-followup.sqlite'),
	});
	// With the free messages of a month nothing would cost anything here.
	await control.set({ webhook: engine.intake.webhook, freeServiceMessages: 0 });
	const client = new GuideClient(url);
	const mailbox = new Mailbox(mailPort, (mail) => {
		void client.tell([mailEntry(mail, clock.now())]).catch(onError);
	});
	const end = new AbortController();
	let places: Places = { sandbox: url, dashboard: engine.dashboardUrl };
	const show = async (stage: Stage) => {
		const links = guideLinks(plan, places, lang);
		const isShortened = timing !== undefined;
		await client.show(guideFor({ plan, lang, speed, isShortened, stage, places, links }));
	};
	await show({ is: 'engine' });
	// Not before: while the programs start, a fast clock would already be hours ahead.
	if (speed !== 1) await clock.setSpeed(speed);
	const narration = narrate({ userFolder, client, clock, lang, signal: end.signal });
	let n8n: RunningN8n | undefined;
	return {
		...{ plan, places, clock, engine, sandbox, narration },
		async bringN8n(log) {
			n8n = await handOver({
				...{ plan, engine, sandbox: control, credentials, userFolder, port, clock, lang, log },
			});
			const [page] = plan.dashboard.nodes.filter(({ type }) => type.endsWith('.webhook'));
			places = { ...places, n8n: n8n.url, dashboard: `${n8n.url}/webhook/${String(page?.parameters.path)}` };
			await show({ is: 'n8n' });
			return n8n;
		},
		stayWithout: async (why) => await show({ is: 'engine for good', why }),
		async stop() {
			end.abort();
			await narration;
			await n8n?.stop();
			await Promise.all([engine.stop(), sandbox.stop()]);
			mailbox.close();
		},
	};
}
