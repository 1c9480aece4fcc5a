import type { Language } from '../demo/options.ts';
import { startDemo } from '../demo/start-demo.ts';
import { freePorts } from '../shared/ports.ts';
import type { Steps } from '../shared/steps.ts';
import { temporaryFolder } from '../shared/temporary-folder.ts';
import type { Check } from './checks.ts';
import { checkConversations } from './conversations.ts';
import { checkForgery } from './forgery.ts';
import { checkMeanwhile } from './meanwhile.ts';
import { SandboxClient } from './sandbox-client.ts';
import { SMOKE_TEXTS } from './texts.ts';

const TIMING = { delaySeconds: 12, dueIntervalSeconds: 5 };

/**
 * Runs the demo without a person, in a real n8n with the built package, and tells which checks hold. The package is put
 * in place, or is the one installed in a user folder.
 */
export async function smoke(
	{ lang, keep, installedIn }: { lang: Language; keep: boolean; installedIn?: string },
	steps: Steps,
): Promise<Check[]> {
	const userFolder = installedIn ?? temporaryFolder('smoke', keep);
	const isInstalled = installedIn !== undefined;
	const [port = 0, phonePort = 0] = await freePorts(2);
	const demo = await startDemo({
		lang,
		port,
		phonePort,
		userFolder,
		isInstalled,
		timing: TIMING,
		log: steps.log,
	});
	try {
		const sandbox = new SandboxClient(demo.sandboxUrl);
		const setup = { sandbox, n8n: demo.n8n, texts: SMOKE_TEXTS[lang], timing: TIMING, log: steps.log };
		const [checks, meanwhile] = await Promise.all([checkConversations(setup), checkMeanwhile(setup)]);
		checks.push(meanwhile, await checkForgery(sandbox, demo.n8n));
		for (const { name, holds, found } of checks)
			steps.log(`${holds ? 'holds ' : 'FAILED'} ${name}: ${found}`);
		if (!checks.every(({ holds }) => holds)) console.log(demo.n8n.lastLines());
		return checks;
	} finally {
		await demo.stop();
		steps.log(keep ? `ended; n8n's folder is kept in ${userFolder}` : 'ended, nothing is left behind');
	}
}
