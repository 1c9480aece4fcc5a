import { CHANNEL_NAMES } from '../../messaging/channel.ts';
import type { MessagingEvent } from '../../messaging/messaging-event.ts';
import { labelOf, type AppLabel, type SigningApp } from '../../messaging/signing-app.ts';
import type { Now } from '../database/now.ts';
import type { AccountApp } from './account-apps.ts';
import type { AccountsStore } from './index.ts';

/** The events of accounts that belong to the app which signed them, and the accounts that belong to another one. */
export async function ownEvents(
	store: Pick<AccountsStore, 'foreignAccounts'>,
	events: MessagingEvent[],
	app: SigningApp,
	now: Now,
): Promise<{ own: MessagingEvent[]; foreign: AccountApp[] }> {
	const accounts = [...new Map(events.map((event) => [addressOf(event), event])).values()];
	const foreign = accounts.length === 0 ? [] : await store.foreignAccounts(accounts, app, now);
	if (foreign.length === 0) return { own: events, foreign };
	const isForeign = new Set(foreign.map(addressOf));
	return { own: events.filter((event) => !isForeign.has(addressOf(event))), foreign };
}

/** What a person reads in the log when an app delivered for an account of another one. */
export function foreignSentence({ channel, account, app: owner }: AccountApp, app: SigningApp): string {
	return `A delivery for the ${CHANNEL_NAMES[channel]} account ${account} was refused and nothing of it was recorded: the account belongs to ${named(owner)}, which delivered for it first, and this was signed by ${named(labelOf(app))}. If the account moved to that app, release it (Follow-Up Manager, Account > Release, or the button on the dashboard): it then belongs to the app that delivers next. Otherwise take the subscription of that app for the account away at Meta.`;
}

function named({ appId, name }: AppLabel): string {
	const credential = name === undefined ? '' : `credential "${name}"`;
	if (appId !== undefined) return `app ${appId}${credential && ` (${credential})`}`;
	return credential ? `the app of the ${credential}` : 'an app whose App ID is not known';
}

const addressOf = ({ channel, account }: Pick<MessagingEvent, 'channel' | 'account'>): string =>
	`${channel}:${account}`;
