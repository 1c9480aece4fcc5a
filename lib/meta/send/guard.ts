import { AdvisedError } from '../../messaging/advised-error.ts';
import { CHANNEL_NAMES } from '../../messaging/channel.ts';
import { CHANNEL_FACTS } from '../../messaging/channels/index.ts';
import { onlyFor, withGivenHistory, type ConversationWithHistory } from '../../messaging/conversation.ts';
import { parseConversationKey } from '../../messaging/conversation-key.ts';
import { isWindowOpen, messagingWindow } from '../../messaging/window.ts';
import type { Outgoing } from './outgoing.ts';

/** A message that must not go to this customer at this instant. */
export class MessageNotAllowedError extends AdvisedError {
	override readonly name = 'MessageNotAllowedError';

	constructor(
		readonly code: 'opted_out' | 'marketing_opted_out' | 'window_closed' | 'account_paused',
		message: string,
		advice: string,
	) {
		super(message, advice);
	}
}

export interface GuardOptions {
	/** For an answer the customer asked for after the opt-out. */
	ignoreOptOut?: boolean;
	/** For conversations whose messages do not come in through this package: then only Meta knows the window. */
	leaveWindowToMeta?: boolean;
}

/** Somebody of whom the store holds nothing: only what may go to anybody may go to them. */
export function strangerAt(key: string): ConversationWithHistory {
	const { channel, account, contact } = parseConversationKey(key);
	return withGivenHistory({ key, channel, account, contact: { id: contact } });
}

/**
 * Asks whether a message that is no follow-up may go: the customer's wish first, then the account, then the window.
 * @throws MessageNotAllowedError with what to do.
 */
export function guardMessage(
	conversation: ConversationWithHistory,
	content: Outgoing,
	now: Date,
	{ ignoreOptOut, leaveWindowToMeta }: GuardOptions = {},
): void {
	const { optedOutAt, marketingOptedOutAt, accountPause, channel } = conversation;
	if (optedOutAt && !ignoreOptOut)
		throw new MessageNotAllowedError(
			'opted_out',
			`The customer asked for no more messages on ${optedOutAt}${whoSaysSo(conversation)}`,
			'Send nothing. If the customer has asked for this very message since, turn on Ignore Opt-Out in the options',
		);
	const isTemplate = content.kind === 'template';
	const isMarketing = isTemplate && (content.template.category ?? 'marketing') === 'marketing';
	if (marketingOptedOutAt && isMarketing)
		throw new MessageNotAllowedError(
			'marketing_opted_out',
			`The customer stopped marketing messages on ${marketingOptedOutAt}`,
			'Send a utility template if the message is one, or a text while the messaging window is open',
		);
	if (accountPause && (accountPause.until === undefined || new Date(accountPause.until) > now))
		throw new MessageNotAllowedError(
			'account_paused',
			`Sending is paused for the account${onlyFor(accountPause)} since ${accountPause.since}: ${accountPause.reason}`,
			`Mend the cause, then resume the account${accountPause.until ? `; it resumes by itself at ${accountPause.until}` : ''}`,
		);
	if (isTemplate || leaveWindowToMeta || isWindowOpen(conversation, now)) return;
	const { closesAt } = messagingWindow(conversation, now);
	throw new MessageNotAllowedError(
		'window_closed',
		closesAt
			? `The 24-hour messaging window closed at ${closesAt}`
			: 'The follow-up store knows no message of this customer, so the 24-hour messaging window is closed',
		CHANNEL_FACTS[channel].hasTemplates
			? 'Send an approved template with the operation Send Template'
			: `On ${CHANNEL_NAMES[channel]} nothing may be sent until the customer writes again`,
	);
}

/** What the customer did not say in so many words may be wrong, and is undone by hand. */
function whoSaysSo({ optedOutBy, optedOutNote }: ConversationWithHistory): string {
	if (optedOutBy === 'business') return ', as noted by hand';
	if (optedOutBy !== 'model') return '';
	return `, as the AI understood it${optedOutNote ? ` (${optedOutNote})` : ''}`;
}
