import type { RunningN8n } from '../n8n/start.ts';
import { startN8n } from '../n8n/start.ts';
import type { CredentialToImport } from '../n8n/types.ts';
import { publish } from '../n8n/publish.ts';
import { PROJECT_DIR } from '../shared/project.ts';
import type { DemoClock } from './clock/clock.ts';
import { makeTables } from './data-tables.ts';
import type { RunningEngine } from './engine/start-engine.ts';
import type { Language } from './options.ts';
import type { DemoPlan } from './plan.ts';
import type { SandboxControl } from './sandbox-control.ts';

interface HandOverOptions {
	plan: DemoPlan;
	engine: RunningEngine;
	sandbox: SandboxControl;
	credentials: CredentialToImport[];
	userFolder: string;
	port: number;
	clock: DemoClock;
	lang: Language;
	log: (step: string) => void;
}

/** How often it is looked whether the engine has anything left to do. */
const LOOK_EVERY_MS = 2_000;

/**
 * Starts n8n on the store that the engine has been working on, and lets it take over. The engine takes up nothing more
 * before the workflows are published, and its intake answers until Meta's webhooks go to n8n: nothing is lost between
 * the two, and nothing is sent twice. If n8n cannot take over, the engine goes on.
 */
export async function handOver(options: HandOverOptions): Promise<RunningN8n> {
	const { plan, engine, sandbox, credentials, userFolder, port, clock, lang, log } = options;
	const n8n = await startN8n({
		...{ userFolder, port, packageDir: PROJECT_DIR, credentials, lang, log },
		...{ drafts: plan.workflows, env: clock.env },
	});
	try {
		await n8n.waitForActivation([]);
		const rest = await n8n.login();
		for (const { nodes } of plan.workflows) await makeTables(rest, nodes);
		await engine.scheduler.stop();
		for (const { id, name } of plan.workflows) await publish(rest, id, name);
		await sandbox.set({ webhook: `${n8n.url}${plan.webhook}` });
		await engine.intake.process.stop();
		if (!looksForDue(plan)) void finish(engine);
		return n8n;
	} catch (error) {
		engine.scheduler.start();
		await n8n.stop();
		throw error;
	}
}

const looksForDue = ({ followUps }: DemoPlan): boolean =>
	followUps.nodes.some(({ type }) => type.endsWith('.followUpDueTrigger'));

/** A workflow whose runs wait themselves knows nothing of what was planned before: that is still the engine's. */
async function finish(engine: RunningEngine): Promise<void> {
	const planned = await engine.pending();
	engine.scheduler.start();
	const look = setInterval(() => {
		void engine.areOver(planned).then(async (over) => {
			if (!over) return;
			clearInterval(look);
			await engine.scheduler.stop();
		});
	}, LOOK_EVERY_MS);
	look.unref();
}
