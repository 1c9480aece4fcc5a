import type { DecisionModel, ModelAnswer, ModelRequest } from '../../../lib/index.ts';

export interface FollowUpAnswer {
	name?: string;
	trigger?: boolean;
	reason?: string;
	confidence?: number;
	sendAt?: string | null;
	message?: string | null;
}

export interface ScriptedAnswer {
	stop?: { met: boolean; kind?: unknown; reason: string };
	optOut?: { met: boolean; reason: string };
	notBefore?: string | null;
	followUps?: FollowUpAnswer[];
}

export const GOOD_TEXT = 'Hola, ¿seguimos con tu cita? Dinos qué día te conviene.';

/** An answer as a model gives it; what is not said is harmless. */
export function answerOf(scripted: ScriptedAnswer = {}): string {
	return JSON.stringify({
		stop: { met: false, reason: 'Nada indica que haya terminado' },
		optOut: { met: false, reason: '' },
		notBefore: null,
		...scripted,
		followUps: (scripted.followUps ?? [{}]).map((one, index) => ({
			...{ name: `Cita ${index + 1}`, trigger: true, reason: 'Pidió una cita', confidence: 0.9 },
			...{ sendAt: null, message: GOOD_TEXT },
			...one,
		})),
	});
}

export interface ScriptedModel extends DecisionModel {
	/** What it was asked, in order. */
	asked: ModelRequest[];
}

/** A model that gives these answers one after the other (the last one again and again), or fails as told. */
export function scripted(...answers: (ScriptedAnswer | string | Error)[]): ScriptedModel {
	const asked: ModelRequest[] = [];
	return {
		name: 'scripted-1',
		asked,
		async answer(request): Promise<ModelAnswer> {
			const next = answers[Math.min(asked.length, answers.length - 1)] ?? {};
			asked.push(request);
			if (next instanceof Error) throw next;
			return {
				text: typeof next === 'string' ? next : answerOf(next),
				inputTokens: 1_000,
				outputTokens: 101,
			};
		},
	};
}
