import { reason, type Reason, type ReasonCode } from './reasons/index.ts';

/** Why a stop ended the follow-ups of a conversation, as the model understood it. */
export const STOP_KINDS = [
	'goal_reached',
	'problem',
	'wants_person',
	'not_interested',
	'left_alone',
	'other',
] as const;

export type StopKind = (typeof STOP_KINDS)[number];

/** The reason of each kind: the log, the statistics and the dashboard tell them apart by it. */
const CODES: Record<StopKind, ReasonCode> = {
	goal_reached: 'stopped_goal',
	problem: 'stopped_problem',
	wants_person: 'stopped_person',
	not_interested: 'stopped_not_interested',
	left_alone: 'stopped_left_alone',
	other: 'stopped',
};

/** The reason of a stop; `sentence` is the model's own. */
export function stopReason(kind: StopKind, sentence?: string): Reason {
	return reason(CODES[kind], sentence);
}

/** Whether a stop is for a person of the business to go on with. */
export function isHandedOver(kind: StopKind | undefined): boolean {
	return kind === 'problem' || kind === 'wants_person';
}

/** All reasons of a stop. */
export const STOP_CODES: readonly ReasonCode[] = Object.values(CODES);
