import { RefusedError } from '../messaging/refused-error.ts';
import type { DecisionModel } from '../ai/decision-model.ts';
import type { Chatbot } from '../follow-up/definition.ts';
import type { TemplateFact } from '../follow-up/types.ts';
import { RATE_TABLE, type RateTable } from '../meta/prices/rate-table.ts';
import { asNow } from '../store/database/now.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import { outcomeOf, outcomeOfNotPlanned, type OutcomeFacts } from './outcome.ts';
import { Replay } from './replay.ts';
import type { PastConversation, SimulatedConversation, SimulatedFollowUp } from './types.ts';
import { withoutModel } from './without-model.ts';

export interface SimulationOptions {
	/** For conversations that bring no follow-ups of their own. */
	chatbot?: Chatbot;
	/** Left out: by rules only; then every follow-up is taken to fit. */
	model?: DecisionModel;
	/** What is known of the templates; left out: they are taken to be approved. */
	templates?: readonly TemplateFact[];
	rates?: RateTable;
}

/** Long before any conversation: rules about when the follow-ups were switched on must not hide the past. */
const LONG_AGO = asNow(new Date(0));
const MOST_FOLLOW_UPS = 10_000;

/**
 * Plays past conversations through the present follow-ups. Everything happens in a store in memory that is thrown away:
 * nothing is sent, and nothing of it is stored.
 */
export async function* simulate(
	conversations: Iterable<PastConversation> | AsyncIterable<PastConversation>,
	options: SimulationOptions,
): AsyncGenerator<SimulatedConversation> {
	for await (const past of conversations) {
		// One for each, so that two that bear the same IDs have nothing to do with each other.
		const store = await openStore({ kind: 'sqlite', file: ':memory:' });
		try {
			yield await simulateOne(store, past, options);
		} finally {
			await store.close();
		}
	}
}

async function simulateOne(
	store: Store,
	past: PastConversation,
	{ chatbot: given, model, templates, rates = RATE_TABLE }: SimulationOptions,
): Promise<SimulatedConversation> {
	const chatbot = forTrial(past.chatbot ?? given);
	const played = model ? chatbot : withoutModel(chatbot);
	await store.registerChatbot(played, LONG_AGO);
	const replay = new Replay(store, past, {
		chatbot: played,
		...(model ? { model } : {}),
		...(templates ? { templates } : {}),
	});
	const replayed = await replay.run();
	const facts = { past, chatbot, hasModel: model !== undefined, rates, replayed };
	const { key, channel, account, contact } = past.facts;
	return {
		conversation: { key, channel, account, contact },
		messages: past.messages.length,
		followUps: await outcomes(store, facts),
	};
}

/** A simulation always tells what would go, also of follow-ups that are on trial; when they were switched on does not matter. */
function forTrial(chatbot: Chatbot | undefined): Chatbot {
	if (!chatbot)
		throw new RefusedError(
			'There are no follow-ups to simulate',
			'Choose a chatbot, or give them with the conversation',
		);
	return { ...chatbot, activatedAt: undefined, settings: { ...chatbot.settings, dryRun: false } };
}

async function outcomes(store: Store, facts: OutcomeFacts): Promise<SimulatedFollowUp[]> {
	const planned = await store.list({ conversation: facts.past.facts.key, limit: MOST_FOLLOW_UPS });
	const ofPlanned: SimulatedFollowUp[] = [];
	for (const one of planned) ofPlanned.push(outcomeOf(facts, one, await store.audit(one.id)));
	return [...ofPlanned, ...facts.replayed.notPlanned.map(outcomeOfNotPlanned)].sort(
		(a, b) => Date.parse(a.at ?? '') - Date.parse(b.at ?? ''),
	);
}
