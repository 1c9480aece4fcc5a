import type { AccountPause } from '../../messaging/conversation.ts';
import type { Db } from '../database/db.ts';
import { fixedQuery } from '../database/fixed-query.ts';
import type { CredentialPauseRow } from '../database/schema.ts';
import type { AccountAddress, NewPause } from './pauses.ts';

/** With what a message is sent; another workflow may send for the same account with a token that is good. */
export interface SendingCredential {
	/** Told apart from those of other n8n too. */
	id: string;
	/** What people call it. */
	name?: string;
}

/** Who ran into trouble with a token, as far as it is known. */
export interface Sender {
	credential?: SendingCredential;
	/** Whose follow-up it was; it is decided no further until the token is good. */
	chatbot?: string;
}

/** A pause of one credential at one account. */
export type CredentialPause = AccountAddress & AccountPause & { sender: Sender };

/** Sends nothing for an account with this credential. Trouble from before a person resumed it, or told before, changes nothing. */
export async function pauseCredential(
	db: Db,
	{ channel, account }: AccountAddress,
	{ credential, chatbot }: Sender,
	{ until, code, reason }: NewPause & { until: Date },
	at: Date,
): Promise<void> {
	const key = { channel, account, credential: credential?.id ?? '', chatbot: chatbot ?? '' };
	const known = await db
		.selectFrom('credential_pauses')
		.selectAll()
		.where((is) => is.and(key))
		.executeTakeFirst();
	const time = at.getTime();
	if (known?.resumed_at != null && time <= known.resumed_at) return;
	if (known && known.resumed_at === null && known.until >= until.getTime()) return;
	const row = {
		...{ paused_at: time, until: until.getTime(), code: code ?? null, reason, resumed_at: null },
		name: credential?.name ?? null,
	};
	await db
		.insertInto('credential_pauses')
		.values({ ...key, ...row })
		.onConflict((conflict) =>
			conflict.columns(['channel', 'account', 'credential', 'chatbot']).doUpdateSet(row),
		)
		.execute();
}

/** The pauses that nobody resumed; those whose time is over are left in for the rule to judge. */
export async function credentialPauses(db: Db): Promise<CredentialPause[]> {
	const rows = await NOT_RESUMED.all(db, {});
	return rows.map(pauseFrom);
}

/**
 * Whether a pause is in the way of this sender. Who decides knows the chatbot and not the credential its message will be sent
 * with; what was found by that chatbot's last message holds.
 */
export function concerns({ sender }: CredentialPause, { credential, chatbot }: Sender): boolean {
	if (credential && sender.credential) return sender.credential.id === credential.id;
	return chatbot !== undefined && sender.chatbot === chatbot;
}

const NOT_RESUMED = fixedQuery((db) =>
	db.selectFrom('credential_pauses').selectAll().where('resumed_at', 'is', null),
);

function pauseFrom(row: CredentialPauseRow): CredentialPause {
	const { channel, account, credential, chatbot, name, paused_at, until, code, reason } = row;
	return {
		...{ channel, account, reason, since: new Date(paused_at).toISOString() },
		until: new Date(until).toISOString(),
		...(code === null ? {} : { code }),
		onlyFor: name ?? (chatbot || credential),
		sender: {
			...(credential === '' ? {} : { credential: { id: credential, ...(name === null ? {} : { name }) } }),
			...(chatbot === '' ? {} : { chatbot }),
		},
	};
}
