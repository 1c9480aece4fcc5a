import { CHANNEL_FACTS } from '../messaging/channels/index.ts';
import type { Conversation } from '../messaging/conversation.ts';
import type { FollowUpDefinition } from './definition.ts';

/** Whether the model chooses the moment: if the follow-up wants that, on a channel that has AI timing. */
export function hasAiTiming(
	{ timing }: Pick<FollowUpDefinition, 'timing'>,
	{ channel }: Pick<Conversation, 'channel'>,
): boolean {
	return timing === 'ai' && CHANNEL_FACTS[channel].hasAiTiming;
}
