import type { Resource } from '../../shared/operation.ts';
import { getMedia } from './getMedia.operation.ts';
import { markAsRead } from './markAsRead.operation.ts';
import type { MessageOperation, WholeRunOperation } from './operation.ts';
import { sendButtons } from './sendButtons.operation.ts';
import { sendFollowUp } from './sendFollowUp.operation.ts';
import { sendMedia } from './sendMedia.operation.ts';
import { sendTemplate } from './sendTemplate.operation.ts';
import { sendText } from './sendText.operation.ts';
import { transcribe } from './transcribe.operation.ts';

export const message: Resource<MessageOperation | WholeRunOperation> = {
	value: 'message',
	name: 'Message',
	operations: [
		...[sendFollowUp, sendText, sendMedia, sendButtons, sendTemplate, markAsRead],
		...[getMedia, transcribe],
	],
	default: 'sendFollowUp',
};
