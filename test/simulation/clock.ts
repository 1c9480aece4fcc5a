type Task = { at: number; order: number; run: () => Promise<void> };

/** A virtual clock: runs tasks in the order of their times and never goes back. */
export class Clock {
	private readonly heap: Task[] = [];
	private order = 0;

	constructor(public now: number) {}

	/** Runs a task at a time; one in the past runs next. */
	at(time: number, run: () => Promise<void>): void {
		this.heap.push({ at: Math.max(time, this.now), order: this.order++, run });
		for (let place = this.heap.length - 1; place > 0; ) {
			const parent = (place - 1) >> 1;
			if (!this.isBefore(place, parent)) break;
			this.swap(place, parent);
			place = parent;
		}
	}

	/** Runs everything until nothing is left. */
	async run(): Promise<void> {
		for (let task = this.take(); task; task = this.take()) {
			this.now = task.at;
			await task.run();
		}
	}

	private take(): Task | undefined {
		const first = this.heap[0];
		const last = this.heap.pop();
		if (!first || !last || first === last) return first;
		this.heap[0] = last;
		for (let place = 0; ; ) {
			const left = 2 * place + 1;
			const child = left + 1 < this.heap.length && this.isBefore(left + 1, left) ? left + 1 : left;
			if (child >= this.heap.length || !this.isBefore(child, place)) return first;
			this.swap(place, child);
			place = child;
		}
	}

	private isBefore(one: number, other: number): boolean {
		const [a, b] = [this.heap[one] as Task, this.heap[other] as Task];
		return a.at === b.at ? a.order < b.order : a.at < b.at;
	}

	private swap(one: number, other: number): void {
		[this.heap[one], this.heap[other]] = [this.heap[other] as Task, this.heap[one] as Task];
	}
}
