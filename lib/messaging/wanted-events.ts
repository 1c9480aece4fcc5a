import type { EventKind, MessageState, MessagingEvent } from './messaging-event.ts';

/** Which of the events that come in somebody asks for. */
export interface WantedEvents {
	kinds: readonly EventKind[];
	/** Of statuses: which news of a message. */
	states: readonly MessageState[];
	/** Accounts of the business; empty means all. */
	accounts: readonly string[];
}

/** News of the whole business account carry its own ID (not a phone number's), so a list of accounts is not for them. */
const ACCOUNT_WIDE: readonly EventKind[] = ['template', 'account'];

/** Whether an event is among those that are asked for. */
export function isWanted({ kinds, states, accounts }: WantedEvents, event: MessagingEvent): boolean {
	const { kind, status, receipt } = event;
	if (!kinds.includes(kind)) return false;
	const state = status?.state ?? receipt?.state;
	if (kind === 'status' && (state === undefined || !states.includes(state))) return false;
	return accounts.length === 0 || isOfAccounts(event, accounts);
}

/** Whether an event is of one of these accounts, or news of a whole business account. */
export function isOfAccounts(
	{ kind, account }: Pick<MessagingEvent, 'kind' | 'account'>,
	accounts: readonly string[],
): boolean {
	return accounts.includes(account) || ACCOUNT_WIDE.includes(kind);
}

/** What an execution of Follow-Up Evaluate would do nothing but plan by. */
const ONLY_PLANNED: readonly EventKind[] = ['message', 'postback', 'call', 'referral'];

/**
 * Whether an event needs no execution any more once it is recorded and planned for.
 * @param hears - The workflow understands voice notes and pictures.
 */
export function isOnlyPlanned(
	{ kind, message }: Pick<MessagingEvent, 'kind' | 'message'>,
	{ hears }: { hears: boolean },
): boolean {
	return ONLY_PLANNED.includes(kind) && !(hears && message?.file !== undefined);
}
