import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadEngine } from '../../shared/engine.ts';
import type { Child } from '../../shared/child.ts';
import type { WorkflowToImport } from '../../n8n/types.ts';
import type { DemoClock } from '../clock/clock.ts';
import { SANDBOX_MODEL, SANDBOX_SECRETS } from '../credentials.ts';
import type { Language } from '../options.ts';
import { registerFollowUps } from './chatbot.ts';
import { serveDashboard } from './dashboard.ts';
import { startDemoIntake } from './intake.ts';
import { Scheduler } from './scheduler.ts';
import { sandboxTransport } from './transport.ts';

interface EngineOptions {
	sandboxUrl: string;
	/** The store that n8n will use too. */
	storeFile: string;
	/** Its follow-ups are what is sent. */
	workflow: WorkflowToImport;
	clock: DemoClock;
	lang: Language;
	onError: (error: Error) => void;
}

/** The engine of the package at work without n8n. */
export interface RunningEngine {
	scheduler: Scheduler;
	intake: { webhook: string; process: Child };
	dashboardUrl: string;
	/** The scheduled follow-ups of the workflow that wait for their time. */
	pending(): Promise<string[]>;
	/** Whether none of them waits any more. */
	areOver(scheduled: string[]): Promise<boolean>;
	/** Ends all of it; the store stays. */
	stop(): Promise<void>;
}

/** Starts intake, scheduler and dashboard on a store of their own making. */
export async function startEngine(options: EngineOptions): Promise<RunningEngine> {
	const { sandboxUrl, storeFile, workflow, clock, lang, onError } = options;
	const engine = await loadEngine();
	mkdirSync(dirname(storeFile), { recursive: true });
	const store = await engine.openStore({
		...{ kind: 'sqlite', file: storeFile },
		clock: { timeOfDay: () => clock.now().getTime(), steady: () => performance.now() },
	});
	const transport = sandboxTransport(sandboxUrl);
	const chatbot = await registerFollowUps(engine, store, workflow, transport);
	const { timeZone } = (await chatbot()).settings;
	const intake = await startDemoIntake(storeFile, clock.env);
	const dashboard = await serveDashboard({ engine, store, lang, timeZone });
	const model = engine.openAiModel({
		...{ baseUrl: `${sandboxUrl}/v1`, apiKey: SANDBOX_SECRETS.modelKey, model: SANDBOX_MODEL },
	});
	const scheduler = new Scheduler({ engine, store, chatbot, model, transport, onError });
	scheduler.start();
	const pending = async () =>
		(await store.list({ chatbot: workflow.id, states: ['scheduled', 'claimed'] })).map(({ id }) => id);
	return {
		...{ scheduler, intake, dashboardUrl: dashboard.url },
		pending,
		areOver: async (scheduled) => {
			const waiting = new Set(await pending());
			return !scheduled.some((id) => waiting.has(id));
		},
		async stop() {
			await scheduler.stop();
			await intake.process.stop();
			dashboard.close();
			await store.close();
		},
	};
}
