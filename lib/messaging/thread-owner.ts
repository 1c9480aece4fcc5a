import type { EventHandover } from './messaging-event.ts';

/** What Meta calls its own agent on WhatsApp: by the role of its app, or by its kind as partners pass it on. */
const AGENT_ROLES = ['ai_agent', 'meta_business_agent'];

/**
 * Whether the thread is ours after it changed hands. The new owner decides where it is known. Some deliveries name only the
 * owner before, and where Meta's agent was that, it is the agent that lost the thread. Without any name, who is told
 * decides: Meta tells of a pass the app that got the thread, and of a take the app that lost it.
 * Sources: Meta, webhook references "messaging_handovers" of Messenger (read 2026-11-22) and of WhatsApp (2026-09-22); for
 * the names, what two public projects received of WhatsApp until November 2026.
 */
export function isOursAfter(handover: EventHandover, ownAppIds: readonly string[]): boolean {
	const { action, newOwner, newRole, previousRole } = handover;
	if (newOwner !== undefined && ownAppIds.length > 0) return ownAppIds.includes(newOwner);
	if (newRole !== undefined && AGENT_ROLES.includes(newRole)) return false;
	if (previousRole !== undefined && AGENT_ROLES.includes(previousRole)) return true;
	return action === 'pass';
}
