import type { ManagerResource } from '../../operation.ts';
import { addMessage } from './add-message.ts';
import { cancelFollowUps } from './cancel-follow-ups.ts';
import { deleteConversation } from './delete.ts';
import { get } from './get.ts';
import { getMany } from './get-many.ts';
import { markConverted } from './mark-converted.ts';
import { optIn } from './opt-in.ts';
import { optOut } from './opt-out.ts';
import { pause } from './pause.ts';
import { resume } from './resume.ts';

export const conversation: ManagerResource = {
	value: 'conversation',
	name: 'Conversation',
	operations: [
		...[addMessage, cancelFollowUps, deleteConversation, get, getMany],
		...[markConverted, optIn, optOut, pause, resume],
	],
	default: 'getMany',
};
