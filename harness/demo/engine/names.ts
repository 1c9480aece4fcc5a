import type { GraphTransport, Store } from '../../../lib/index.ts';
import type { Engine } from '../../shared/engine.ts';

const AT_ONCE = 8;

/** Asks Meta what customers of Instagram and Messenger are called, once for each, as the dashboard does in n8n. */
export async function nameCustomers(engine: Engine, store: Store, transport: GraphTransport): Promise<void> {
	const channels = engine.CHANNELS.filter((channel) => engine.CHANNEL_DRIVERS[channel].profile);
	const unknown = await store.nameless(channels, AT_ONCE);
	if (unknown.length === 0) return;
	const named = await Promise.all(
		unknown.map(async (one) => {
			const profile = await engine.readProfile(transport, one);
			return { key: one.key, ...(profile.kind === 'named' ? profile.names : {}) };
		}),
	);
	await store.noteProfiles(named, await store.now());
}
