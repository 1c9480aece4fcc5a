import type { Conversation } from '../books.ts';
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

/** The whole books. */
export function describeState(context: Context) {
	const { books } = context;
	return {
		now: new Date(context.clock()).toISOString(),
		customers: [...books.customers.values()],
		conversations: [...books.conversations.values()].map((conversation) =>
			describeConversation(context, conversation),
		),
		messages: [...books.messages.values()],
		deliveries: [...books.deliveries.values()],
		refusals: books.refusals,
		violations: books.violations,
		templates: [...books.templates.values()],
		handshakes: books.handshakes,
		subscriptions: Object.fromEntries(context.webhooks.subscriptions),
		faults: context.faults.list(),
		settings: context.settings,
	};
}
