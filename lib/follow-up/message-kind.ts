import type { Conversation } from '../messaging/conversation.ts';
import { CHANNEL_FACTS } from '../messaging/channels/index.ts';
import { isWindowOpen } from '../messaging/window.ts';
import type { FollowUpDefinition } from './definition.ts';
import type { Content, TemplateContent } from './types.ts';

/** Whether a follow-up may go as a template at all: where there are templates, and with one chosen. */
export function canUseTemplate(followUp: FollowUpDefinition, { channel }: Conversation): boolean {
	return CHANNEL_FACTS[channel].hasTemplates && followUp.template !== undefined;
}

/** The template that would go at an instant: the one decided on, or the follow-up's own once the window is closed. */
export function templateAt(facts: {
	followUp: FollowUpDefinition;
	conversation: Conversation;
	content?: Content;
	at: Date;
}): TemplateContent | undefined {
	const { followUp, conversation, content, at } = facts;
	if (!CHANNEL_FACTS[conversation.channel].hasTemplates) return undefined;
	if (content?.kind === 'template') return content.template;
	return isWindowOpen(conversation, at) ? undefined : followUp.template;
}
