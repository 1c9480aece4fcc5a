import { accountOf, type Channel } from '../../../sandbox/world.ts';
import type { Imported } from './imported.ts';
import type { LedgerMessage, Ledger, Fixture } from './fixture.ts';

export type { Channel };

/** A customer of one template. */
export interface Person {
	id: string;
	contactId: string;
	name: string;
	channel: Channel;
	/** The key of their conversation. */
	conversation: string;
}

let numbers = 0;

/** Somebody new, with a number of their own on WhatsApp. */
export async function somebody(fixture: Fixture, name: string, channel: Channel): Promise<Person> {
	numbers += 1;
	const phone = channel === 'whatsapp' ? { phone: `+5730055${String(10_000 + numbers)}` } : {};
	const { id, contactId, userId } = await fixture.sandbox<{ id: string; contactId: string; userId?: string }>(
		...(['POST', '/customers', { name, channel, ...phone }] as const),
	);
	const conversation = `${channel}:${accountOf(channel)}:${userId ?? contactId}`;
	return { id, contactId, name, channel, conversation };
}

/** They write to the business; the trigger of the template has taken it in when this returns. Gives when they wrote. */
export async function writes(
	fixture: Fixture,
	template: Imported,
	person: Person,
	text: string,
): Promise<number> {
	return await fixture.deliveringTo(addressOf(template), async () => {
		const { message, deliveries } = await fixture.sandbox<{
			message: { at: string };
			deliveries: { attempts: { status: number | string }[] }[];
		}>('POST', `/customers/${person.id}/messages`, { text, wait: true });
		const status = deliveries[0]?.attempts.at(-1)?.status;
		if (status !== 200) throw new Error(`The trigger of ${template.file} answered ${status}`);
		return Date.parse(message.at);
	});
}

/** A person of the business answers from the app or the inbox. */
export async function isAnswered(
	fixture: Fixture,
	template: Imported,
	person: Person,
	text: string,
): Promise<void> {
	await fixture.deliveringTo(addressOf(template), async () => {
		await fixture.sandbox('POST', `/customers/${person.id}/business`, { text, wait: true });
	});
}

/** What reached them through the API, oldest first. */
export async function received(fixture: Fixture, { id }: Person): Promise<LedgerMessage[]> {
	const { messages } = await fixture.sandbox<Ledger>('GET', '/state');
	return messages.filter(({ customer, via }) => customer === id && via === 'api');
}

/** Where the trigger of a template listens. */
export function addressOf({ file, workflow: { nodes } }: Imported): string {
	const trigger = nodes.find(({ type }) => type.endsWith('.metaMessagingTrigger'));
	if (!trigger?.webhookId) throw new Error(`${file} has no Meta Messaging Trigger with an address`);
	return `/webhook/${trigger.webhookId}/webhook`;
}
