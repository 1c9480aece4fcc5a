import type { Chatbot } from '../../follow-up/definition.ts';
import type { ScheduledFollowUp, TemplateFact } from '../../follow-up/types.ts';
import type { Channel } from '../../messaging/channel.ts';
import type { Db } from '../database/db.ts';
import type { Dialect } from '../database/dialect.ts';
import { storedChatbot, storedTemplates, type StoredChatbot } from '../chatbots/stored-chatbot.ts';
import { addMessage, type MessageFromElsewhere } from './add-message.ts';
import type { ConversationToChange } from './change-conversation.ts';
import { listChatbots, requireChatbot } from './chatbots.ts';
import { listConversations } from './conversations.ts';
import { markConverted, type NewConversion } from './convert.ts';
import { beginRemoveChatbot, finishRemoveChatbot, type ChatbotToRemove } from './remove-chatbot.ts';
import { countDeadLetters } from './scheduled/dead-letters.ts';
import { deleteConversation, type DeletedConversation } from './delete-conversation.ts';
import { listFollowUps } from './follow-ups.ts';
import {
	keepFollowUp,
	keptFacts,
	removeKept,
	type FollowUpToKeep,
	type Kept,
	type KeptFacts,
} from './kept-follow-ups.ts';
import { cancelOne, makeDue, reschedule } from './scheduled/one.ts';
import { markSent, type SentElsewhere } from './scheduled/mark-sent.ts';
import { nameless, noteProfiles, type AskedProfile, type Nameless } from '../contacts/profiles.ts';
import { optInConversation, optOutConversation, type OptOutOptions, type OptOutScope } from './opt-out.ts';
import { pauseConversation, resumeConversation, type NewConversationPause } from './pause.ts';
import { listActivity, listScheduled } from './scheduled/index.ts';
import {
	endSwitchedOff,
	setSwitch,
	unreadableFollowUp,
	type EndedBatch,
	type FollowUpSwitch,
} from './switch.ts';
import type {
	ChangedConversation,
	ChangedFollowUp,
	ConversationFilter,
	FollowUpFilter,
	KnownChatbot,
	ListedConversation,
	ManagedFollowUp,
	Page,
	PageOptions,
	ScheduledFilter,
	ScheduledWithCustomer,
	SwitchedFollowUp,
} from './types.ts';
import type { Now } from '../database/now.ts';

/**
 * What people see and change from outside the flow of messages. Every write ends at once what it has to end, and throws a
 * RefusedError that says what to do when it cannot be done; then nothing was changed.
 */
export interface ManageStore {
	/** Every chatbot that Follow-Up Evaluate has registered, the last used first. */
	listChatbots(): Promise<KnownChatbot[]>;
	/**
	 * A chatbot as last registered, with the switches set from outside; undefined if it is not known. Follow-ups that cannot
	 * be read are left out and named.
	 */
	chatbot(id: string): Promise<StoredChatbot | undefined>;
	/** A whole chatbot, refused with the known ones when it is not among them, or when it cannot be read whole. */
	knownChatbot(id: string): Promise<Chatbot>;
	/** What was last heard from Meta of a chatbot's templates; undefined if it could not be asked. */
	knownTemplates(chatbot: string): Promise<TemplateFact[] | undefined>;
	/** The follow-ups as last registered, in the order of their workflow. */
	listFollowUps(filter?: FollowUpFilter): Promise<ManagedFollowUp[]>;
	/** What is scheduled, what is due first at the top. Without states: what is live. */
	listScheduled(filter: ScheduledFilter, page: PageOptions): Promise<Page<ScheduledWithCustomer>>;
	/** What was sent, failed or ended, the newest at the top. */
	listActivity(filter: ScheduledFilter, page: PageOptions): Promise<Page<ScheduledWithCustomer>>;
	/** Conversations, those in which the customer wrote last at the top. */
	listConversations(
		filter: ConversationFilter,
		page: PageOptions,
		now: Now,
	): Promise<Page<ListedConversation>>;

	/** Customers without a name whose profile was never asked for, those who wrote last first. */
	nameless(channels: readonly Channel[], limit: number): Promise<Nameless[]>;
	/** Notes what profiles told, and that they were asked for. */
	noteProfiles(asked: readonly AskedProfile[], now: Now): Promise<void>;

	/** Sets the switch of a follow-up; `switchFollowUp` also ends what is scheduled of it. */
	setSwitch(wanted: FollowUpSwitch, now: Now): Promise<SwitchedFollowUp>;
	/** Ends one batch of what is scheduled of a follow-up that is switched off. */
	endSwitchedOff(chatbot: string, followUpId: string, now: Now): Promise<EndedBatch>;

	/** What a form about the follow-ups of a chatbot has to know; undefined if the chatbot is not known. */
	keptFacts(chatbot: string): Promise<KeptFacts | undefined>;
	/** Writes a follow-up of a chatbot whose follow-ups are kept in the store. */
	keepFollowUp(wanted: FollowUpToKeep, now: Now): Promise<Kept>;
	/** Takes such a follow-up off the list; `removeFollowUp` also ends what is scheduled of it. */
	removeKept(chatbot: string, id: string, now: Now): Promise<{ name: string } | undefined>;

	/** Begins to remove a chatbot that is not published; end each of its follow-ups by `endSwitchedOff`, then finish. */
	beginRemoveChatbot(id: string, now: Now): Promise<ChatbotToRemove | undefined>;
	/** Deletes what is left of a chatbot. */
	finishRemoveChatbot(id: string): Promise<void>;

	/** Ends one follow-up that is scheduled or being decided on; the note says why. */
	cancelScheduled(id: string, note: string | undefined, now: Now): Promise<ChangedFollowUp>;
	/** How many follow-ups could not be brought to an end since then: of those a person may send again. */
	countDeadLetters(since: Date): Promise<number>;
	/** Makes a follow-up due at once, also one that could not be brought to an end; it is decided about as ever. */
	makeDue(id: string, now: Now): Promise<ChangedFollowUp>;
	/** Notes what became of a follow-up that `beginSend` let go and that was sent by other means. */
	markSent(id: string, outcome: SentElsewhere, now: Now): Promise<ScheduledFollowUp>;
	/** Moves a follow-up to another time, or to the next one after it that the rules allow. */
	reschedule(id: string, to: { dueAt: Date }, now: Now): Promise<ChangedFollowUp>;

	/** Takes in a message that Meta does not tell of; the messaging window stays as it is. */
	addMessage(
		conversation: ConversationToChange,
		message: MessageFromElsewhere,
		now: Now,
	): Promise<ChangedConversation>;
	/** Pauses a conversation; without an end what is scheduled ends, with one it is put off. */
	pauseConversation(
		conversation: ConversationToChange,
		pause: NewConversationPause,
		now: Now,
	): Promise<ChangedConversation>;
	/** Lets a paused conversation get follow-ups again. */
	resumeConversation(conversation: ConversationToChange, now: Now): Promise<ChangedConversation>;
	/** Notes that a customer wants no more messages (or no more marketing), and ends what is scheduled. */
	optOut(
		conversation: ConversationToChange,
		scope: OptOutScope,
		now: Now,
		options?: OptOutOptions,
	): Promise<ChangedConversation>;
	/** Lifts an opt-out with the customer's consent; what they stopped at Meta stays stopped. */
	optIn(conversation: ConversationToChange, consent: string, now: Now): Promise<ChangedConversation>;
	/** Notes that a conversation reached its goal, and ends what is scheduled in it. */
	markConverted(
		conversation: ConversationToChange,
		conversion: NewConversion,
		now: Now,
	): Promise<ChangedConversation>;
	/** Deletes all that is stored of a customer; an opt-out can be kept, with the IDs it holds for. */
	deleteConversation(
		conversation: ConversationToChange,
		options: { keepOptOut: boolean },
		now: Now,
	): Promise<DeletedConversation>;
}

export function manageStore(db: Db, dialect: Dialect): ManageStore {
	return {
		listChatbots: async () => await listChatbots(db),
		chatbot: async (id) => await storedChatbot(db, id),
		knownChatbot: async (id) => {
			await requireChatbot(db, id);
			const chatbot = (await storedChatbot(db, id)) as StoredChatbot;
			const [unread] = chatbot.unreadable ?? [];
			if (unread) throw unreadableFollowUp(unread, unread.why);
			return chatbot;
		},
		knownTemplates: async (chatbot) => await storedTemplates(db, chatbot),
		listFollowUps: async (filter) => await listFollowUps(db, filter),
		listScheduled: async (filter, page) => await listScheduled(db, filter, page),
		listActivity: async (filter, page) => await listActivity(db, filter, page),
		listConversations: async (filter, page, now) => await listConversations(db, filter, page, now),

		nameless: async (channels, limit) => await nameless(db, channels, limit),
		noteProfiles: async (asked, now) => await noteProfiles(db, asked, now),

		setSwitch: async (wanted, now) => await setSwitch(db, wanted, now),
		endSwitchedOff: async (chatbot, followUpId, now) => await endSwitchedOff(db, chatbot, followUpId, now),

		keptFacts: async (chatbot) => await keptFacts(db, chatbot),
		keepFollowUp: async (wanted, now) => await keepFollowUp(db, wanted, now),
		removeKept: async (chatbot, id, now) => await removeKept(db, chatbot, id, now),

		beginRemoveChatbot: async (id, now) => await beginRemoveChatbot(db, id, now),
		finishRemoveChatbot: async (id) => await finishRemoveChatbot(db, id),

		cancelScheduled: async (id, note, now) => await cancelOne(db, id, note, now),
		countDeadLetters: async (since) => await countDeadLetters(db, since),
		makeDue: async (id, now) => await makeDue(db, id, now),
		markSent: async (id, outcome, now) => await markSent(db, id, outcome, now),
		reschedule: async (id, { dueAt }, now) => await reschedule(db, id, dueAt, now),

		addMessage: async (conversation, message, now) => await addMessage(db, conversation, message, now),
		pauseConversation: async (conversation, pause, now) =>
			await pauseConversation(db, conversation, pause, now),
		resumeConversation: async (conversation, now) => await resumeConversation(db, conversation, now),
		optOut: async (conversation, scope, now, options) =>
			await optOutConversation(db, conversation, scope, now, options),
		optIn: async (conversation, consent, now) => await optInConversation(db, conversation, consent, now),
		markConverted: async (conversation, conversion, now) =>
			await markConverted(db, conversation, conversion, now),
		deleteConversation: async (conversation, options, now) => {
			const deleted = await deleteConversation(db, conversation, options, now);
			await dialect.truncateJournal(db);
			return deleted;
		},
	};
}

export * from './types.ts';
export { RefusedError } from '../../messaging/refused-error.ts';
export type {
	FollowUpToKeep,
	AskedProfile,
	ChatbotToRemove,
	Nameless,
	Kept,
	KeptFacts,
	ConversationToChange,
	DeletedConversation,
	EndedBatch,
	FollowUpSwitch,
	MessageFromElsewhere,
	NewConversationPause,
	NewConversion,
	OptOutOptions,
	OptOutScope,
	SentElsewhere,
};
