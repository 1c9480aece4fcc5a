import type { IExecuteFunctions } from 'n8n-workflow';
import { CHANNEL_DRIVERS, CHANNELS, readProfile, type Store } from '../../../../lib/index.ts';
import { graphTransport } from '../../../shared/graph-transport.ts';

/** So many profiles are asked for with one look at the page; the next look asks for more. */
const AT_ONCE = 8;
/** Nobody waits longer for names. */
const WAIT_MS = 2_500;
/** After a token that is no good, or no answer, the page is not held up again for so long. */
const REST_MS = 10 * 60_000;

let restsUntil = 0;

/**
 * Asks Meta what customers of Instagram and Messenger are called, once for each, before the page shows them. Names are no
 * more than comfort: without a credential, an answer or a permission the page shows IDs.
 */
export async function nameCustomers(
	context: IExecuteFunctions,
	itemIndex: number,
	store: Store,
): Promise<void> {
	const { credentials } = context.getNode();
	const now = await store.now();
	if (!credentials?.metaMessagingApi || now.getTime() < restsUntil) return;
	const channels = CHANNELS.filter((channel) => CHANNEL_DRIVERS[channel].profile);
	const unknown = await store.nameless(channels, AT_ONCE);
	if (unknown.length === 0) return;
	const transport = await graphTransport(context, itemIndex);
	const asked = await Promise.all(
		unknown.map(async (one) => ({ key: one.key, profile: await inTime(readProfile(transport, one)) })),
	);
	const useless = asked.find(({ profile }) => profile.kind === 'useless')?.profile;
	if (useless?.kind === 'useless') {
		restsUntil = now.getTime() + REST_MS;
		context.logger.warn(`Names of customers could not be read from Meta: ${useless.why}`);
	}
	const answered = asked.filter(({ profile }) => profile.kind !== 'useless');
	await store.noteProfiles(
		answered.map(({ key, profile }) => ({ key, ...(profile.kind === 'named' ? profile.names : {}) })),
		now,
	);
}

async function inTime(profile: ReturnType<typeof readProfile>): ReturnType<typeof readProfile> {
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<{ kind: 'useless'; why: string }>((resolve) => {
		timer = setTimeout(() => resolve({ kind: 'useless', why: 'Meta took too long' }), WAIT_MS);
	});
	return await Promise.race([profile, late]).finally(() => clearTimeout(timer));
}
