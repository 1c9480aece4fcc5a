import { ModelUnavailableError, type DecisionModel } from '../ai/decision-model.ts';
import type { MediaError } from '../messaging/media-error.ts';

/**
 * In the place of a model for one decision: what the customer said is not known yet and may be soon, so the follow-up waits as
 * it does for a model that does not answer.
 */
export function modelThatWaits(model: DecisionModel, faults: readonly MediaError[]): DecisionModel {
	const why = faults[0]?.message ?? 'A voice note or picture is being understood by another run';
	return { ...model, answer: async () => await Promise.reject(new ModelUnavailableError(why)) };
}
