import { isPublished } from '../../store/chatbots/due-trigger.ts';
import type { KnownChatbot, ManagedFollowUp } from '../../store/manage/types.ts';
import type { Store } from '../../store/store.ts';
import type { DashboardQuery } from '../query.ts';
import type { ChatbotCards, FollowUpCard, FollowUpDetail } from '../view.ts';
import { followUpRow } from './rows.ts';

/** How many of the next and of the last ones the details show. */
const SHOWN = 10;

/** The follow-ups that the filters let through, under their chatbots. */
export function chatbotCards(
	chatbots: KnownChatbot[],
	followUps: ManagedFollowUp[],
	{ chatbot, colour, platform, active }: DashboardQuery,
	now: Date,
): ChatbotCards[] {
	const fits = (one: ManagedFollowUp) =>
		(colour === undefined || one.colour === colour) &&
		(platform === undefined || one.definition?.platforms.includes(platform)) &&
		(active === undefined || one.active === (active === 'on'));
	return chatbots
		.filter(({ id }) => chatbot === undefined || id === chatbot)
		.map(({ id, name = id, keptHere, stopCondition, active: count, activeLimit, ...seen }) => ({
			...{ id, name, keptHere, stopCondition, active: count, activeLimit },
			...notRunning(seen, now),
			followUps: followUps.filter((one) => one.chatbot === id && fits(one)).map((one) => card(one, keptHere)),
		}));
}

/** Chatbots whose runs wait have no such trigger; their node is seen when a customer writes. */
const UNSEEN_MS = 7 * 24 * 60 * 60_000;

function notRunning(
	{ lookedAt, closedAt, updatedAt }: Pick<KnownChatbot, 'lookedAt' | 'closedAt' | 'updatedAt'>,
	now: Date,
): Pick<ChatbotCards, 'notRunning'> {
	if (lookedAt !== undefined)
		return isPublished({ lookedAt, closedAt }, now)
			? {}
			: { notRunning: { since: closedAt ?? lookedAt, how: 'closed' } };
	const isUnseen = now.getTime() - Date.parse(updatedAt) >= UNSEEN_MS;
	return isUnseen ? { notRunning: { since: updatedAt, how: 'unseen' } } : {};
}

/** One follow-up with what is next and what was last; undefined if it is not known. */
export async function followUpDetail(
	store: Pick<Store, 'listScheduled' | 'listActivity'>,
	chatbots: KnownChatbot[],
	followUps: ManagedFollowUp[],
	{ chatbot, followUp }: DashboardQuery,
): Promise<FollowUpDetail | undefined> {
	const found = followUps.find((one) => one.chatbot === chatbot && one.id === followUp);
	if (!found) return undefined;
	const filter = { chatbot, followUp: found.id };
	const [scheduled, log] = await Promise.all([
		store.listScheduled(filter, { limit: SHOWN }),
		store.listActivity(filter, { limit: SHOWN }),
	]);
	const own = chatbots.find(({ id }) => id === chatbot);
	return {
		...card(found, own?.keptHere === true),
		chatbotName: own?.name ?? found.chatbot,
		stopCondition: own?.stopCondition ?? '',
		scheduledRows: scheduled.items.map(followUpRow),
		logRows: log.items.map(followUpRow),
	};
}

function card(one: ManagedFollowUp, keptHere: boolean): FollowUpCard {
	const { chatbot, id, name, colour, definition, unreadable, active, scheduled } = one;
	const isOverridden =
		!keptHere && one.activeOverride !== undefined && one.activeOverride !== one.activeInWorkflow;
	return { chatbot, keptHere, id, name, colour, definition, unreadable, active, isOverridden, scheduled };
}
