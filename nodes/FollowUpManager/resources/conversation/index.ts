import type { ManagerResource } from '../../operation';
import { addMessage } from './add-message';
import { cancelFollowUps } from './cancel-follow-ups';
import { deleteConversation } from './delete';
import { get } from './get';
import { getMany } from './get-many';
import { markConverted } from './mark-converted';
import { optIn } from './opt-in';
import { optOut } from './opt-out';
import { pause } from './pause';
import { resume } from './resume';

export const conversation: ManagerResource = {
	value: 'conversation',
	name: 'Conversation',
	operations: [
		...[addMessage, cancelFollowUps, deleteConversation, get, getMany],
		...[markConverted, optIn, optOut, pause, resume],
	],
	default: 'getMany',
};
