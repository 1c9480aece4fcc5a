import type { Language } from '../demo/options.ts';
import { setStage } from '../demo/stage.ts';
import { freePorts } from '../shared/ports.ts';
import type { Steps } from '../shared/steps.ts';
import { temporaryFolder } from '../shared/temporary-folder.ts';
import type { Claim } from './claims.ts';
import { playConversations } from './conversations.ts';
import { playForgery } from './forgery.ts';
import { playMeanwhile } from './meanwhile.ts';
import { SandboxClient } from './sandbox-client.ts';
import { SCENES } from './scene.ts';

const PACE = { delaySeconds: 12, dueIntervalSeconds: 5 };

/**
 * Plays the demo without a person, in a real n8n with the built package, and tells which claims hold. The package is put
 * in place, or is the one installed in a user folder.
 */
export async function smoke(
	{ lang, keep, installedIn }: { lang: Language; keep: boolean; installedIn?: string },
	steps: Steps,
): Promise<Claim[]> {
	const userFolder = installedIn ?? temporaryFolder('smoke', keep);
	const isInstalled = installedIn !== undefined;
	const [port = 0, phonePort = 0] = await freePorts(2);
	const stage = await setStage({
		lang,
		port,
		phonePort,
		userFolder,
		isInstalled,
		pace: PACE,
		say: steps.say,
	});
	try {
		const sandbox = new SandboxClient(stage.sandboxUrl);
		const play = { sandbox, n8n: stage.n8n, scene: SCENES[lang], pace: PACE, say: steps.say };
		const [claims, meanwhile] = await Promise.all([playConversations(play), playMeanwhile(play)]);
		claims.push(meanwhile, await playForgery(sandbox, stage.n8n));
		for (const { name, holds, found } of claims)
			steps.say(`${holds ? 'holds ' : 'FAILED'} ${name}: ${found}`);
		if (!claims.every(({ holds }) => holds)) console.log(stage.n8n.lastLines());
		return claims;
	} finally {
		await stage.stop();
		steps.say(keep ? `ended; n8n's folder is kept in ${userFolder}` : 'ended, nothing is left behind');
	}
}
