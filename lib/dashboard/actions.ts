import { isChannel } from '../messaging/channel.ts';
import { RefusedError } from '../messaging/refused-error.ts';
import type { Now } from '../store/database/now.ts';
import { removeFollowUp } from '../store/remove-follow-up.ts';
import { switchFollowUp } from '../store/switch-follow-up.ts';
import type { Store } from '../store/store.ts';
import { person } from './load/rows.ts';
import type { Notice } from './notice.ts';

type Action = (store: Store, target: string[], now: Now) => Promise<Notice>;

/** What the buttons of the page do; each gives what is to be told afterwards. */
export const ACTIONS = {
	activate: async (store, [chatbot = '', followUp = ''], now) => {
		const { name } = await switchFollowUp(store, { chatbot, followUp, to: 'on' }, now);
		return { kind: 'activated', name };
	},
	deactivate: async (store, [chatbot = '', followUp = ''], now) => {
		const { name, ended } = await switchFollowUp(store, { chatbot, followUp, to: 'off' }, now);
		return { kind: 'deactivated', name, count: ended };
	},
	remove: async (store, [chatbot = '', followUp = ''], now) => {
		const removed = await removeFollowUp(store, chatbot, followUp, now);
		return removed ? { kind: 'removed', name: removed.name, count: removed.ended } : { kind: 'gone' };
	},
	cancel: async (store, [id = ''], now) => {
		const { followUp } = await store.cancelScheduled(id, undefined, now);
		return { kind: 'cancelled', followUp: followUp.name, name: await nameOf(store, followUp.conversation) };
	},
	sendNow: async (store, [id = ''], now) => {
		const { followUp } = await store.makeDue(id, now);
		return { kind: 'sentNow', followUp: followUp.name, name: await nameOf(store, followUp.conversation) };
	},
	pause: async (store, [key = ''], now) => {
		const { ended } = await store.pauseConversation({ key }, {}, now);
		return { kind: 'paused', name: await nameOf(store, key), count: ended };
	},
	resume: async (store, [key = ''], now) => {
		await store.resumeConversation({ key }, now);
		return { kind: 'resumed', name: await nameOf(store, key) };
	},
	resumeAccount: async (store, [channel = '', account = ''], now) => {
		if (!isChannel(channel) || !(await store.resumeAccount({ channel, account }, now)))
			throw new RefusedError('The account is not paused', 'Reload the page');
		return { kind: 'accountResumed', platform: channel, account };
	},
} satisfies Record<string, Action>;

export type ActionName = keyof typeof ACTIONS;

export function isAction(name: unknown): name is ActionName {
	return typeof name === 'string' && Object.hasOwn(ACTIONS, name);
}

async function nameOf(store: Store, key: string): Promise<string> {
	const conversation = await store.conversation(key);
	return conversation ? person(key, conversation, conversation.contact).name : key;
}
