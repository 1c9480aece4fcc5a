import {
	DoubtfulRefusalError,
	ModelAnswerError,
	ModelUnavailableError,
	type DecisionModel,
} from './decision-model.ts';
import { HARMLESS_QUESTION } from './harmless-question.ts';
import { serverMemory, type ServerMemory } from './server-memory.ts';

/** After this many conversations in a row without an answer it is looked at whether the server is down. */
const FAILURES_IN_A_ROW = 2;

/**
 * A model for one batch, in which no conversation stands in the way of the others. When it cannot be told whether a setting
 * or one conversation is refused, or whether the server is down or only silent about some, a harmless question is asked, once
 * at most. A server that is down is not asked any more: each silent request costs a time-out with all its repetitions, and a
 * batch must end before its lease does.
 */
export function forOneRun(model: DecisionModel, { working }: ServerMemory = serverMemory): DecisionModel {
	let failures = 0;
	let isDown: ModelUnavailableError | undefined;
	let isTrusted = false;
	let probe: Promise<unknown> | undefined;

	const sawItWork = () => {
		if (model.settings !== undefined) working.set(model.settings, true);
	};
	/** What went wrong with the harmless question; undefined when it was answered, in whatever way. */
	const faultOfProbe = async (): Promise<unknown> => {
		probe ??= model.answer(HARMLESS_QUESTION, { once: true }).then(sawItWork, (error: unknown) => {
			if (!(error instanceof ModelAnswerError)) return error;
			if (isByModel(error)) sawItWork();
			return undefined;
		});
		return await probe;
	};
	const resolved = async (refusal: DoubtfulRefusalError): Promise<unknown> => {
		if (model.settings !== undefined && working.get(model.settings)) return refusal.ofThisQuestion;
		return (await faultOfProbe()) ?? refusal.ofThisQuestion;
	};
	const countFailure = async (error: ModelUnavailableError): Promise<void> => {
		if (++failures < FAILURES_IN_A_ROW) return;
		if (isTrusted || (await faultOfProbe()) !== undefined) isDown = error;
		isTrusted = true;
		failures = 0;
	};
	return {
		...model,
		async answer(request, options) {
			if (isDown) throw isDown;
			try {
				const answer = await model.answer(request, options);
				failures = 0;
				sawItWork();
				return answer;
			} catch (error) {
				if (error instanceof DoubtfulRefusalError) throw await resolved(error);
				if (error instanceof ModelUnavailableError) await countFailure(error);
				if (error instanceof ModelAnswerError) {
					failures = 0;
					if (isByModel(error)) sawItWork();
				}
				throw error;
			}
		},
	};
}

/** An answer of the model, though of no use; the others may come from the server before it. */
function isByModel({ kind }: ModelAnswerError): boolean {
	return kind === 'empty' || kind === 'cut_off';
}
