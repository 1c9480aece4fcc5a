import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import {
	keepingLeases,
	ModelConfigurationError,
	type DecisionModel,
	type DueItem,
	type EventItem,
	type PlannedItem,
	type Store,
} from '../../lib/index.ts';
import { errorJson, toNodeError } from '../shared/errors.ts';
import { giveBackLater } from '../shared/give-back.ts';
import { storeFor } from '../shared/store-for.ts';
import { decideConversation, type DueInput } from './decide-conversation.ts';
import { hintAtOutputs } from './hint-at-outputs.ts';
import { Outputs } from './outputs.ts';
import { planConversation } from './plan-conversation.ts';
import { readModel } from './read-model.ts';
import { resumeWaiting, type Waiting } from './resume-waiting.ts';
import { tryDecision, type TestInput } from './try-decision.ts';

type Input = Partial<EventItem> & Partial<DueItem> & Partial<PlannedItem>;

/**
 * Messages in: plans for the silence that may begin. Due follow-ups in: decisions. Each conversation is looked at once,
 * however many items name it.
 */
export async function evaluate(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const outputs = new Outputs();
	const store = await storeFor(context);
	const { toPlan, toResume, toDecide, toTry } = sort(context, outputs);
	for (const { conversation, due } of await resumeWaiting(store, outputs, toResume))
		toDecide.set(conversation, [...(toDecide.get(conversation) ?? []), due]);
	const groups = await takenUp(context, store, [...toDecide.values()]);
	for (const index of toPlan)
		await attempt(
			context,
			outputs,
			index,
			async () => await planConversation(context, store, outputs, index),
		);
	for (const test of toTry)
		await attempt(context, outputs, test.index, async () => await tryDecision(context, store, outputs, test));
	if (groups.length > 0) {
		await keepingLeases(store, claimsOf(groups), async () => await decide(context, store, outputs, groups));
	}
	await hintAtOutputs(context, store, outputs);
	return outputs.all();
}

/**
 * From here on the run counts as an attempt. One that waited so long for its place in n8n that its follow-ups went to another
 * run, or ended, leaves them alone.
 */
async function takenUp(
	context: IExecuteFunctions,
	store: Store,
	groups: DueInput[][],
): Promise<DueInput[][]> {
	const claims = claimsOf(groups);
	if (claims.length === 0) return [];
	const ours = new Set(await store.takeUp(claims, await store.now()));
	const late = claims.length - ours.size;
	if (late > 0)
		context.addExecutionHints({
			message: `${late} of ${claims.length} follow-ups were left alone: while this execution waited they ended or went to another one. Their log says what became of them.`,
		});
	return groups
		.map((group) => group.filter(({ scheduledId }) => ours.has(scheduledId)))
		.filter((group) => group.length > 0);
}

async function attempt(
	context: IExecuteFunctions,
	outputs: Outputs,
	itemIndex: number,
	act: () => Promise<void>,
): Promise<void> {
	try {
		await act();
	} catch (error) {
		const shown = toNodeError(context.getNode(), error, itemIndex);
		if (!context.continueOnFail()) throw shown;
		outputs.addError(errorJson(shown), itemIndex);
	}
}

/**
 * One conversation after the other. A fault in one leaves the others alone; a model that cannot be used at all ends the
 * batch. Either way what was not decided goes back to the queue.
 */
async function decide(
	context: IExecuteFunctions,
	store: Store,
	outputs: Outputs,
	groups: DueInput[][],
): Promise<void> {
	let decided = 0;
	let fault: unknown;
	const addErrors = (failed: DueInput[][], error: unknown): void => {
		for (const { index } of failed.flat()) outputs.addError(errorJson(error), index);
	};
	let model: DecisionModel | undefined;
	try {
		model = await readModel(context);
	} catch (error) {
		await giveBackLater(store, claimsOf(groups), error);
		const shown = toNodeError(context.getNode(), error);
		if (!context.continueOnFail()) throw shown;
		addErrors(groups, shown);
		return;
	}
	for (const [place, group] of groups.entries()) {
		const itemIndex = group[0]?.index ?? 0;
		try {
			await decideConversation(context, store, outputs, group, model);
			decided++;
		} catch (error) {
			fault ??= error;
			const shown = toNodeError(context.getNode(), error, itemIndex);
			if (error instanceof ModelConfigurationError) {
				await giveBackLater(store, claimsOf(groups.slice(place)), error);
				if (decided === 0 && !context.continueOnFail()) throw shown;
				addErrors(groups.slice(place), shown);
				return;
			}
			await giveBackLater(store, claimsOf([group]), error);
			context.logger.error(`A due follow-up could not be decided and is tried again: ${shown.message}`);
			addErrors([group], shown);
		}
	}
	// With at least one decision the run goes on, so that its messages are sent; with none it fails where people look.
	if (decided === 0 && !context.continueOnFail())
		throw toNodeError(context.getNode(), fault, groups[0]?.[0]?.index);
}

function claimsOf(groups: DueInput[][]) {
	return groups.flat().map(({ scheduledId, leaseToken }) => ({ id: scheduledId, leaseToken }));
}

/** By conversation: which item to plan from, which follow-ups a run has waited for, which due ones to decide together, and what is only tried. */
function sort(
	context: IExecuteFunctions,
	outputs: Outputs,
): { toPlan: number[]; toResume: Waiting[]; toDecide: Map<string, DueInput[]>; toTry: TestInput[] } {
	const toPlan = new Map<string, number>();
	const toResume: Waiting[] = [];
	const toDecide = new Map<string, DueInput[]>();
	const toTry: TestInput[] = [];
	for (const [index, item] of context.getInputData().entries()) {
		const { conversation, followUp, plan: planned } = item.json as unknown as Input;
		if (conversation?.key && followUp?.scheduledId && followUp.leaseToken) {
			const due = { index, scheduledId: followUp.scheduledId, leaseToken: followUp.leaseToken };
			toDecide.set(conversation.key, [...(toDecide.get(conversation.key) ?? []), due]);
		} else if (followUp?.scheduledId && followUp.isTest) {
			toTry.push({ index, scheduledId: followUp.scheduledId });
		} else if (conversation?.key && (planned || followUp?.scheduledId)) {
			toResume.push({ index, item: item.json as unknown as PlannedItem });
		} else if (conversation?.key) {
			toPlan.set(conversation.key, index);
		} else {
			refuse(context, outputs, index);
		}
	}
	return { toPlan: [...toPlan.values()], toResume, toDecide, toTry };
}

function refuse(context: IExecuteFunctions, outputs: Outputs, itemIndex: number): void {
	const error = new NodeOperationError(context.getNode(), 'The item names no conversation', {
		itemIndex,
		description: 'Connect the Meta Messaging Trigger or the Follow-Up Due Trigger to this node',
	});
	if (!context.continueOnFail()) throw error;
	outputs.addError(errorJson(error), itemIndex);
}
