import type { Conversation } from '../ledger.ts';
import type { Context } from '../context.ts';
import { describeWindow } from '../referee/windows.ts';

/** A conversation as the control API shows it. */
export function describeConversation(context: Context, conversation: Conversation) {
	const iso = (at: number | null | undefined) =>
		at === null || at === undefined ? null : new Date(at).toISOString();
	const {
		windowOpenedAt: _at,
		windowOpenedBy: _by,
		stopped,
		lastInboundAt,
		entryPoint,
		startedAt: _started,
		marketingWishAt: _wish,
		agent,
		...rest
	} = conversation;
	return {
		...rest,
		window: describeWindow(conversation, context.clock()),
		lastInboundAt: iso(lastInboundAt),
		stopped: stopped && { at: iso(stopped.at), text: stopped.text },
		agent: { ...agent, since: iso(agent.since) },
		entryPoint: entryPoint && { openedAt: iso(entryPoint.openedAt), answeredAt: iso(entryPoint.answeredAt) },
	};
}

/** the whole ledger. */
export function describeState(context: Context) {
	const { ledger } = context;
	return {
		now: new Date(context.clock()).toISOString(),
		customers: [...ledger.customers.values()],
		conversations: [...ledger.conversations.values()].map((conversation) =>
			describeConversation(context, conversation),
		),
		messages: [...ledger.messages.values()],
		deliveries: [...ledger.deliveries.values()],
		refusals: ledger.refusals,
		violations: ledger.violations,
		templates: [...ledger.templates.values()],
		handshakes: ledger.handshakes,
		subscriptions: Object.fromEntries(context.webhooks.subscriptions),
		faults: context.faults.list(),
		settings: context.settings,
	};
}
