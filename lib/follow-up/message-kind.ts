import type { Conversation } from '../messaging/conversation.ts';
import { HAS_TEMPLATES } from '../messaging/platform-limits.ts';
import { isWindowOpen } from '../messaging/window.ts';
import type { FollowUpDefinition } from './definition.ts';
import type { Content, TemplateContent } from './types.ts';

/** Whether a follow-up may go as a template at all: on WhatsApp, and with one chosen. */
export function canUseTemplate(followUp: FollowUpDefinition, { channel }: Conversation): boolean {
	return HAS_TEMPLATES[channel] && followUp.template !== undefined;
}

/** The template that would go at an instant: the one decided on, or the follow-up's own once the window is closed. */
export function templateAt(facts: {
	followUp: FollowUpDefinition;
	conversation: Conversation;
	content?: Content;
	at: Date;
}): TemplateContent | undefined {
	const { followUp, conversation, content, at } = facts;
	if (!HAS_TEMPLATES[conversation.channel]) return undefined;
	if (content?.kind === 'template') return content.template;
	return isWindowOpen(conversation, at) ? undefined : followUp.template;
}
