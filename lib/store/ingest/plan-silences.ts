import type { PlannedFollowUp } from '../../follow-up/types.ts';
import { planFollowUps, type PlanInput } from '../../follow-up/plan.ts';
import { registeredChatbots } from '../chatbots/registered.ts';
import type { ChatbotSource, PlanBy, RegisteredChatbots } from '../chatbots/source.ts';
import type { Db } from '../database/db.ts';
import { conversationsWithHistory } from '../conversations/facts.ts';
import { insertPlans } from '../queue/insert-plans.ts';
import type { ConversationRow } from '../database/schema.ts';
import { readTemplateFacts } from '../database/stored-json.ts';
import { storedChatbot, type UnreadableFollowUp } from '../chatbots/stored-chatbot.ts';
import type { Silences } from './silences.ts';
import { partsOf } from '../database/parts.ts';

/**
 * Plans for the silence that may begin now, by the chatbots as their nodes last read them, in the transaction that records
 * the message: what is recorded is planned, also when n8n ends before it runs anything. Planning again later, by the node,
 * finds the same and plans nothing new.
 */
export async function planSilences(
	tx: Db,
	{ begun, goesOn }: Silences,
	planBy: PlanBy,
	now: Date,
): Promise<{ planned: number } & Pick<Sources, 'unknownSources' | 'unreadable'>> {
	const silent = [...begun, ...goesOn];
	if (silent.length === 0 || isNobody(planBy)) return { planned: 0, unknownSources: [], unreadable: [] };
	const { chatbots, unknownSources, unreadable } = await chatbotsOf(tx, planBy);
	let planned = 0;
	for (const rows of partsOf(chatbots.length > 0 ? silent : [])) {
		const conversations = await conversationsWithHistory(tx, rows);
		const plans = conversations.flatMap((conversation, place) => {
			const row = rows[place] as ConversationRow;
			return chatbots
				.flatMap((known) => planFollowUps({ ...known, conversation, now }).planned)
				.filter((plan) => !goesOn.includes(row) || isStillWanted(plan, now))
				.map((plan) => ({ conversation: row, plan }));
		});
		planned += (await insertPlans(tx, plans, now)).filter((row) => row !== undefined).length;
	}
	return { planned, unknownSources, unreadable };
}

/**
 * Another app may own a thread for weeks while its customer is silent. A follow-up that should have gone more than a day ago
 * would come out of nowhere, and when an agent is switched off it would go to everybody at once.
 */
const LATE_MS = 24 * 60 * 60_000;

function isStillWanted({ requestedAt }: PlannedFollowUp, now: Date): boolean {
	return now.getTime() - Date.parse(requestedAt) <= LATE_MS;
}

/** What is known of the sources that a delivery is planned by. */
interface Sources {
	chatbots: Pick<PlanInput, 'chatbot' | 'templates'>[];
	/** Only their node can plan by these. */
	unknownSources: ChatbotSource[];
	/** Left out of the plans; the node of their source writes them anew. */
	unreadable: (UnreadableFollowUp & { chatbot: string })[];
}

/** Whether nothing is to be planned at all. */
export function isNobody(planBy: PlanBy): boolean {
	return isList(planBy) && planBy.length === 0;
}

const isList = (planBy: PlanBy): planBy is readonly ChatbotSource[] => Array.isArray(planBy);

async function chatbotsOf(tx: Db, planBy: PlanBy): Promise<Sources> {
	return isList(planBy) ? await chatbotsOfSources(tx, planBy) : await allRegistered(tx, planBy);
}

async function chatbotsOfSources(tx: Db, sources: readonly ChatbotSource[]): Promise<Sources> {
	const found: Sources = { chatbots: [], unknownSources: [], unreadable: [] };
	for (const source of sources) {
		const seen = await tx
			.selectFrom('chatbot_sources')
			.select(['chatbot', 'version', 'templates_json'])
			.where('id', '=', source.id)
			.executeTakeFirst();
		const chatbot = seen?.version === source.version ? await storedChatbot(tx, seen.chatbot) : undefined;
		const unreadable = chatbot?.unreadable ?? [];
		if (chatbot) found.chatbots.push({ chatbot, templates: readTemplateFacts(seen?.templates_json) });
		if (!chatbot || unreadable.length > 0) found.unknownSources.push(source);
		found.unreadable.push(...unreadable.map((one) => ({ ...one, chatbot: seen?.chatbot ?? source.id })));
	}
	return found;
}

async function allRegistered(tx: Db, which: RegisteredChatbots): Promise<Sources> {
	const chatbots = await registeredChatbots(tx, which);
	const unreadable = chatbots.flatMap(({ chatbot }) =>
		(chatbot.unreadable ?? []).map((one) => ({ ...one, chatbot: chatbot.id })),
	);
	return { chatbots, unknownSources: [], unreadable };
}
