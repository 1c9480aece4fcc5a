import { isChannel } from '../messaging/channel.ts';
import { RefusedError } from '../messaging/refused-error.ts';
import { removeFollowUp } from '../store/follow-up/remove.ts';
import { switchFollowUp } from '../store/follow-up/switch.ts';
import type { Action } from './actions/action.ts';
import { CHATBOT_ACTIONS } from './actions/chatbot.ts';
import { CONVERSATION_ACTIONS } from './actions/conversation.ts';
import { SCHEDULED_ACTIONS } from './actions/scheduled.ts';

/** What the buttons of the page do; each gives what is to be told afterwards. */
export const ACTIONS = {
	activate: async (store, [chatbot = '', followUp = ''], now) => {
		const { name, changed } = await switchFollowUp(store, { chatbot, followUp, to: 'on' }, now);
		return changed ? { kind: 'activated', name } : { kind: 'asBefore', what: 'activated', name };
	},
	deactivate: async (store, [chatbot = '', followUp = ''], now) => {
		const { name, ended, changed } = await switchFollowUp(store, { chatbot, followUp, to: 'off' }, now);
		return changed || ended > 0
			? { kind: 'deactivated', name, count: ended }
			: { kind: 'asBefore', what: 'deactivated', name };
	},
	remove: async (store, [chatbot = '', followUp = ''], now) => {
		const removed = await removeFollowUp(store, chatbot, followUp, now);
		return removed ? { kind: 'removed', name: removed.name, count: removed.ended } : { kind: 'gone' };
	},
	...CHATBOT_ACTIONS,
	...SCHEDULED_ACTIONS,
	...CONVERSATION_ACTIONS,
	releaseAccount: async (store, [channel = '', account = '']) => {
		if (!isChannel(channel) || !(await store.releaseAccount({ channel, account })))
			throw new RefusedError('The account belongs to no app', 'Reload the page', { code: 'accountReleased' });
		return { kind: 'accountReleased', platform: channel, account };
	},
	resumeAccount: async (store, [channel = '', account = ''], now) => {
		if (!isChannel(channel) || !(await store.resumeAccount({ channel, account }, now)))
			throw new RefusedError('The account is not paused', 'Reload the page', { code: 'accountNotPaused' });
		return { kind: 'accountResumed', platform: channel, account };
	},
} satisfies Record<string, Action>;

export type ActionName = keyof typeof ACTIONS;

export function isAction(name: unknown): name is ActionName {
	return typeof name === 'string' && Object.hasOwn(ACTIONS, name);
}
