import { objectionTo } from '../../../lib/ai/checks/index.ts';
import { HOUR } from '../../support/time.ts';
import { story, type StoryInput } from './story.ts';

/** Which check holds a text back in a conversation, or undefined where it may go. */
export function objection(text: string | null, input: StoryInput = {}, besides: string[] = []) {
	const { chatbot, conversation, transcript, now } = story({ silentMs: 4 * HOUR, ...input });
	const [definition] = chatbot.followUps;
	if (!definition) throw new Error('A story has at least one follow-up');
	return objectionTo({ text, channel: conversation.channel, chatbot, definition, transcript, besides, now })
		?.check;
}
