import type { AgentState, Customer } from '../../ledger.ts';
import type { Context } from '../../context.ts';
import type { WebhookEvent } from '../../meta/webhooks.ts';
import { tellConversation } from '../tell.ts';
import { handOver, takeOver } from './hand-over.ts';
import { setOwner } from './thread.ts';

export type AgentSwitch = {
	on: boolean;
	/** The agent holds the thread and says nothing. */
	silent?: boolean;
	/** False: no webhook tells of the change. */
	handover?: boolean;
	note?: string;
};

/** Before anybody turns the agent on, threads are the business's. */
export const noAgent: AgentState = { enabled: false, silent: false, owner: 'business', since: null };

/** Turns Meta Business Agent on or off for one customer; on means that it holds the thread from now. */
export function switchAgent(context: Context, customer: Customer, given: AgentSwitch): WebhookEvent[] {
	const conversation = context.ledger.conversationOf(customer);
	conversation.agent.enabled = given.on;
	conversation.agent.silent = given.on && given.silent === true;
	const note = given.note !== undefined ? { note: given.note } : {};
	const events = given.on ? takeOver(context, customer, note) : handOver(context, customer, note);
	if (!given.on) setOwner(context, conversation, 'business');
	tellConversation(context, conversation);
	return given.handover === false ? [] : events;
}
