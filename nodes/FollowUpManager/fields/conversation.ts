import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import type { ConversationToChange } from '../../../lib/index.ts';
import { recipientFields } from '../../MetaMessaging/fields/recipient.ts';
import { readRecipient } from '../../MetaMessaging/message/read-recipient.ts';

/** Which conversation: by its key, or by account and contact. */
export const conversationFields: INodeProperties[] = recipientFields.map((field) =>
	field.name === 'recipientBy' ? { ...field, displayName: 'Conversation By' } : field,
);

/** Reads which conversation is meant. */
export function readConversation(context: IExecuteFunctions, itemIndex: number): ConversationToChange {
	return readRecipient(context, itemIndex);
}
