import { knownText, templateText } from '../../follow-up/template-text.ts';
import { storedTemplates } from '../chatbots/stored-chatbot.ts';
import type { Db } from '../database/db.ts';
import type { ScheduledRow } from '../database/schema.ts';
import { readContent } from '../database/stored-json.ts';

/** What a follow-up said to the customer, as the transcript shows it: a template with its text and its values. */
export async function saidBy(
	tx: Db,
	{ content_json, chatbot }: Pick<ScheduledRow, 'content_json' | 'chatbot'>,
): Promise<{ type: string; text?: string }> {
	const content = readContent(content_json);
	if (!content) return { type: 'text' };
	if (content.kind === 'text') return { type: 'text', text: content.text };
	const text = knownText(content.template, await storedTemplates(tx, chatbot));
	return { type: 'template', text: templateText(content.template, text) };
}
