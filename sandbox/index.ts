import { serve } from '@hono/node-server';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { sandboxApp } from './app.ts';
import { Ledger } from './ledger.ts';
import type { Context } from './context.ts';
import { resetAll } from './control/reset.ts';
import { Faults } from './faults.ts';
import { GuideState } from './guide/guide.ts';
import { Delays, realTimers, type Timers } from './delays.ts';
import { handshake } from './meta/handshake.ts';
import { SendLimits } from './meta/limits.ts';
import { Webhooks } from './meta/webhooks.ts';
import { ModelLog } from './model/log.ts';
import { defaultSettings, settingsProblem, type Settings } from './settings.ts';

export type SandboxOptions = {
	/** 0 (the default) takes a free one. */
	port?: number;
	host?: string;
	settings?: Partial<Settings>;
	/** The time in milliseconds; a simulation gives its own. */
	clock?: () => number;
	/** What runs the sandbox's delays; a simulation gives its own. */
	timers?: Timers;
};

export type Sandbox = { url: string; port: number; context: Context; close(): Promise<void> };

/** Starts the sandbox and resolves once it listens. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
	const problem = settingsProblem(options.settings ?? {});
	if (problem) throw new Error(problem);
	const context = createContext(options);
	const host = options.host ?? '127.0.0.1';
	const server = await listen(sandboxApp(context).fetch, host, options.port ?? 0);
	const { port } = server.address() as AddressInfo;
	context.address = `http://${host}:${port}`;
	if (context.settings.webhook) void handshake(context, context.settings.webhook);
	return {
		url: context.address,
		port,
		context,
		async close() {
			context.webhooks.close();
			context.delays.clear();
			server.closeAllConnections();
			await new Promise<void>((resolve) => server.close(() => resolve()));
		},
	};
}

/** The sandbox without its HTTP: what a simulation in one process drives. */
export function createContext(options: SandboxOptions = {}): Context {
	const settings: Settings = { ...defaultSettings, ...options.settings };
	const clock = options.clock ?? Date.now;
	const delays = new Delays(options.timers ?? realTimers, () => settings.speed);
	const ledger = new Ledger();
	const webhooks = new Webhooks({ clock, delays, settings, ledger });
	const context: Context = {
		clock,
		delays,
		settings,
		ledger,
		faults: new Faults(),
		limits: new SendLimits(),
		webhooks,
		modelLog: new ModelLog(ledger),
		guideState: new GuideState(ledger),
		address: '',
	};
	resetAll(context);
	return context;
}

function listen(
	fetch: Parameters<typeof serve>[0]['fetch'],
	hostname: string,
	port: number,
): Promise<Server> {
	return new Promise((resolve, reject) => {
		const server = serve({ fetch, hostname, port }, () => resolve(server)) as Server;
		server.once('error', reject);
	});
}
