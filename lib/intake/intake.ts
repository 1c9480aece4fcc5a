import { setTimeout as sleep } from 'node:timers/promises';
import { keepSamples } from '../samples/samples.ts';
import { serve, type Intake } from './serve.ts';
import type { IntakeSettings } from './settings.ts';
import { StoreConnection } from './store-connection.ts';
import { AdvisedError } from '../messaging/advised-error.ts';

/** A server that is there answers at once; one behind a firewall never. */
const SERVER_MS = 3_000;

const NAMES = { appSecrets: 'META_APP_SECRETS', verifyToken: 'META_VERIFY_TOKEN' };

/**
 * Receives webhooks of Meta without n8n: checks, records and plans them, and answers when they are on the disk.
 * @param log is told what a person should know, a line at a time.
 * @throws AdvisedError when it cannot listen, or a file cannot be the store. A server that is not there yet is waited for.
 */
export async function startIntake(settings: IntakeSettings, log: (line: string) => void): Promise<Intake> {
	const { apps, verifyToken, chatbots, host, port } = settings;
	const samples = settings.samplesFolder ? [keepSamples('all', settings.samplesFolder, log)] : [];
	const connection = new StoreConnection(settings.store, log);
	try {
		await judgeStore(connection, settings, log);
		const served = await serve(
			{
				...{ host, port, names: NAMES },
				...{ apps: () => apps, verifyTokens: () => [verifyToken], samples: () => samples },
				ingest: { planBy: chatbots ? { only: chatbots } : {}, keepStarts: true },
			},
			connection,
			log,
		);
		return {
			address: served.address,
			async stop() {
				await served.stop();
				await connection.close();
			},
		};
	} catch (error) {
		await connection.close();
		throw error;
	}
}

/** What a file is can be judged at once; a server may be starting, and is not waited for longer than a moment. */
async function judgeStore(
	{ firstTry }: StoreConnection,
	{ store }: IntakeSettings,
	log: (line: string) => void,
): Promise<void> {
	if (store.kind === 'sqlite') {
		const failed = await firstTry;
		if (failed) throw failed;
		return;
	}
	const judged = firstTry.then((failed) => {
		if (!failed) return;
		const advice = failed instanceof AdvisedError ? ` ${failed.advice}` : '';
		log(`${failed.message}.${advice} Deliveries are answered 503 until it is there.`);
	});
	await Promise.race([judged, sleep(SERVER_MS, undefined, { ref: false })]);
}
