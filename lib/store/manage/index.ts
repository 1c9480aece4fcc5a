import type { Chatbot } from '../../follow-up/definition';
import type { Db } from '../db';
import { storedChatbot } from '../stored-chatbot';
import { listChatbots } from './chatbots';
import { listFollowUps } from './follow-ups';
import type { FollowUpFilter, KnownChatbot, ManagedFollowUp } from './types';

/** What people see and change from outside the flow of messages. Every write ends what it has to end at once. */
export interface ManageStore {
	/** Every chatbot that Follow-Up Evaluate has registered, the last used first. */
	listChatbots(): Promise<KnownChatbot[]>;
	/** A chatbot as last registered, with the switches set from outside; undefined if it is not known. */
	chatbot(id: string): Promise<Chatbot | undefined>;
	/** The follow-ups as last registered, in the order of their workflow. */
	listFollowUps(filter?: FollowUpFilter): Promise<ManagedFollowUp[]>;
}

export function manageStore(db: Db): ManageStore {
	return {
		listChatbots: async () => await listChatbots(db),
		chatbot: async (id) => await storedChatbot(db, id),
		listFollowUps: async (filter) => await listFollowUps(db, filter),
	};
}

export * from './types';
export { RefusedError } from './refusal';
