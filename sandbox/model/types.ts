export type Language = 'es' | 'en' | 'pt';
export type Topic = 'appointment' | 'purchase' | 'product' | 'service';

/** The JSON document the stand-in looks for in the last user message. */
export type Input = {
	now?: string;
	timeZone?: string;
	channel?: string;
	stopWhen?: string;
	/** When the customer agreed to messages again after an opt-out. */
	agreedAgainAt?: string;
	followUps: InputFollowUp[];
	transcript: Turn[];
};

export type InputFollowUp = {
	name: string;
	description?: string;
	writeMessage?: boolean;
	chooseTime?: boolean;
	earliest?: string;
	latest?: string;
	maxLength?: number;
};

export type Turn = { at?: string; from?: string; text?: string };

/** Why it stops, in the words that the question asks for. */
export type StopKind =
	| 'goal_reached'
	| 'problem'
	| 'wants_person'
	| 'not_interested'
	| 'left_alone'
	| 'other';

export type Answer = {
	stop: { met: boolean; kind: StopKind; reason: string };
	optOut: { met: boolean; reason: string };
	followUps: {
		name: string;
		trigger: boolean;
		reason: string;
		confidence: number;
		sendAt: string | null;
		message: string | null;
	}[];
};
