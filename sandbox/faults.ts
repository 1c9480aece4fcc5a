export const faultTargets = ['send', 'model', 'graph'] as const;
export type FaultTarget = (typeof faultTargets)[number];

export type Fault = {
	target: FaultTarget;
	count: number;
	/** The customer's id: only sends to them fail, so that no other send of the same minute takes the fault. */
	customer?: string;
	status?: number;
	code?: number;
	subcode?: number;
	message?: string;
	delayMs?: number;
	hang?: boolean;
	reset?: boolean;
	afterAccept?: boolean;
	headers?: Record<string, string>;
	body?: unknown;
	mode?: string;
};

/** What `mode` may be: `send` knows how an accepted message can still end, `model` how an answer can be bad. */
export const faultModes: Record<FaultTarget, readonly string[]> = {
	send: ['fail_later', 'held'],
	graph: [],
	model: [
		'refusal',
		'length',
		'empty_choices',
		'invalid_json',
		'wrong_schema',
		'unknown_names',
		'obey_attacker',
		'no_json_schema',
	],
};

/** Says what is wrong with a fault, or null when nothing is. */
export function faultProblem(fault: Partial<Fault>): string | null {
	const target = fault.target;
	if (!target || !faultTargets.includes(target)) {
		return `A fault needs a "target" of ${faultTargets.join(', ')}; this one has ${JSON.stringify(target)}.`;
	}
	if (!Number.isInteger(fault.count) || Number(fault.count) < 1) {
		return `A fault needs a "count" of 1 or more; this one has ${JSON.stringify(fault.count)}.`;
	}
	if (fault.customer !== undefined && target !== 'send') {
		return `A fault for one customer needs the target "send"; this one has ${JSON.stringify(target)}.`;
	}
	if (fault.mode !== undefined && !faultModes[target].includes(fault.mode)) {
		return `Mode ${JSON.stringify(fault.mode)} is not known for "${target}"; it knows: ${faultModes[target].join(', ') || 'none'}.`;
	}
	return null;
}

/** The faults that are still to come, in the order they were asked for. */
export class Faults {
	#waiting: Fault[] = [];

	add(fault: Fault): void {
		this.#waiting.push({ ...fault });
	}

	/** Uses up one fault of that kind, if there is one; of those for one customer only theirs. */
	take(target: FaultTarget, customer?: string): Fault | undefined {
		const fault = this.#waiting.find(
			(waiting) =>
				waiting.target === target && (waiting.customer === undefined || waiting.customer === customer),
		);
		if (!fault) return undefined;
		fault.count -= 1;
		if (fault.count === 0) this.#waiting = this.#waiting.filter((waiting) => waiting !== fault);
		return fault;
	}

	list(): Fault[] {
		return this.#waiting.map((fault) => ({ ...fault }));
	}

	clear(): void {
		this.#waiting = [];
	}
}
