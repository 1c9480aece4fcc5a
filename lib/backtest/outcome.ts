import type { Chatbot } from '../follow-up/definition.ts';
import { reason, REASONS, type Reason } from '../follow-up/reasons/index.ts';
import type { ModelUse, ScheduledFollowUp } from '../follow-up/types.ts';
import { estimateCost, type CostEstimate } from '../meta/prices/estimate.ts';
import type { RateTable } from '../meta/prices/rate-table.ts';
import type { Conversation } from '../messaging/conversation.ts';
import type { AuditEntry } from '../store/store.ts';
import type { NotPlanned, Replayed } from './replay.ts';
import type { PastConversation, SimulatedFollowUp } from './types.ts';
import { wantsModel } from './without-model.ts';

export interface OutcomeFacts {
	past: PastConversation;
	/** As it is defined, also where the simulation ran without a model. */
	chatbot: Chatbot;
	hasModel: boolean;
	rates: RateTable;
	replayed: Replayed;
}

/** What became of a follow-up that was planned. */
export function outcomeOf(
	facts: OutcomeFacts,
	followUp: ScheduledFollowUp,
	audit: AuditEntry[],
): SimulatedFollowUp {
	const { past, chatbot, hasModel, replayed } = facts;
	const at = followUp.acceptedAt ?? followUp.endedAt;
	const sends = followUp.acceptedAt !== undefined;
	const definition = chatbot.followUps.find(({ id }) => id === followUp.followUpId);
	const needsModel = !hasModel && sends && definition !== undefined;
	const isUnwritten = !hasModel && definition !== undefined && wantsModel(definition);
	const { content, decision } = followUp;
	const shown = content && (content.kind === 'template' || !isUnwritten) ? content : undefined;
	const conversation = replayed.sentIn.get(followUp.id);
	const use = total(replayed.uses.get(followUp.id) ?? []);
	return {
		...addressOf(followUp),
		anchor: followUp.anchor,
		outcome: sends ? 'send' : 'ended',
		...(at === undefined ? {} : { at }),
		reason: sends ? sentReason(followUp, audit) : followUp.reason,
		times: timesOf(followUp),
		...(sends && shown ? { content: shown } : {}),
		...(needsModel ? { needsModel } : {}),
		...(decision?.confidence === undefined ? {} : { confidence: decision.confidence }),
		...(sends && conversation ? { cost: costOf(facts, followUp, conversation) } : {}),
		...(use ? { model: use } : {}),
		steps: audit.map(stepOf),
		assumesSilence: at !== undefined && at > past.knownUntil,
	};
}

/** What a rule ended while planning. */
export function outcomeOfNotPlanned({
	chatbot,
	followUpId,
	name,
	reason,
	anchor,
	at,
}: NotPlanned): SimulatedFollowUp {
	return {
		...{ chatbot, id: followUpId, name, outcome: 'not_planned', at, reason },
		...(anchor ? { anchor } : {}),
		steps: [],
		assumesSilence: false,
	};
}

function addressOf({ chatbot, followUpId, name, colour }: ScheduledFollowUp) {
	return { chatbot, id: followUpId, name, ...(colour ? { colour } : {}) };
}

function timesOf({ requestedAt, allowedAt, dueAt, reasons }: ScheduledFollowUp) {
	return { requestedAt, allowedAt, dueAt, reasons };
}

/** The last decision before it went; what Meta or the customer did later is not what is asked here. */
function sentReason({ decision }: ScheduledFollowUp, audit: AuditEntry[]): Reason {
	if (decision) return { code: decision.code, sentence: decision.sentence };
	return reason(audit.find(({ to }) => to === 'sending')?.code ?? 'sending');
}

function costOf(
	{ rates }: OutcomeFacts,
	{ content, acceptedAt }: ScheduledFollowUp,
	conversation: Conversation,
): CostEstimate {
	const template = content?.kind === 'template' ? content.template : undefined;
	const at = new Date(acceptedAt as string);
	return estimateCost({ conversation, rates, at, ...(template ? { template } : {}) });
}

function total(uses: ModelUse[]): SimulatedFollowUp['model'] {
	const [first] = uses;
	if (!first) return undefined;
	const sum = (name: 'calls' | 'inputTokens' | 'outputTokens') => {
		const known = uses.map((use) => use[name]).filter((count) => count !== undefined);
		return known.length === 0 ? {} : { [name]: known.reduce((all, count) => all + count, 0) };
	};
	return { model: first.model, ...sum('calls'), ...sum('inputTokens'), ...sum('outputTokens') };
}

function stepOf({ at, code, detail }: AuditEntry): SimulatedFollowUp['steps'][number] {
	const { reason: why } = (detail ?? {}) as { reason?: string };
	return { at, code, sentence: why ?? REASONS[code] };
}
