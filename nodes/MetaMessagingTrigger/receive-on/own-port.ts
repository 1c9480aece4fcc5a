import type { IHookFunctions, ITriggerFunctions } from 'n8n-workflow';
import { embeddedStore, joinOwnPort, sharedStore, type PortPlace } from '../../../lib/index.ts';
import { configuredApp } from '../app-secrets.ts';
import { samplesFor } from '../samples.ts';
import { recordOnly } from '../selection.ts';
import { storeOptionsFor } from '../../shared/store-for.ts';

/** A secret that was changed counts after so long. */
const READ_AGAIN_MS = 60_000;

interface MetaSecrets {
	appSecrets?: string;
	verifyToken?: string;
	appId?: string;
}

/** Receives Meta's webhooks on a port of its own, inside n8n. */
export async function openOwnPort(context: ITriggerFunctions | IHookFunctions): Promise<PortPlace> {
	const read = async () => await context.getCredentials<MetaSecrets>('metaMessagingApi');
	let secrets = await read();
	const accounts = recordOnly(context);
	const samples = samplesFor(context);
	const options = (await storeOptionsFor(context)) ?? embeddedStore();
	const place = await joinOwnPort(
		{
			host: (context.getNodeParameter('ownPortAddress', '127.0.0.1') as string).trim(),
			port: context.getNodeParameter('ownPort', 5680) as number,
			store: {
				identity: JSON.stringify(options),
				open: async () => await sharedStore(options),
			},
		},
		{
			app: () => ({ ...configuredApp(context, secrets), ...(accounts ? { recordOnly: accounts } : {}) }),
			...(samples ? { samples } : {}),
			verifyToken: () => secrets.verifyToken ?? '',
			log: (line) => context.logger.warn(line),
		},
	);
	const timer = setInterval(
		() =>
			void read()
				.then((now) => (secrets = now))
				.catch((error: Error) =>
					context.logger.warn(
						`The credential of Meta could not be read, the one from before counts: ${error.message}`,
					),
				),
		READ_AGAIN_MS,
	);
	timer.unref();
	context.logger.info(`Meta's webhooks are received at ${place.address}/webhook`);
	return {
		...place,
		async leave() {
			clearInterval(timer);
			await place.leave();
		},
	};
}
