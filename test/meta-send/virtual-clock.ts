/**
 * A clock that stands still while there is work to do and jumps when everybody sleeps: a minute of sending passes in the
 * time its work takes.
 */
export class VirtualClock {
	private readonly sleepers: { at: number; resume: () => void }[] = [];
	private workers = 0;

	constructor(private at: number) {}

	now = (): Date => new Date(this.at);

	async sleep(ms: number): Promise<void> {
		await new Promise<void>((resume) => {
			this.sleepers.push({ at: this.at + ms, resume });
			this.check();
		});
	}

	/** Work that may sleep; the clock waits for it whenever it is awake. */
	async run<T>(work: () => Promise<T>): Promise<T> {
		this.workers++;
		try {
			return await work();
		} finally {
			this.workers--;
			this.check();
		}
	}

	private check(): void {
		// Whoever begins anew after this does so before the next turn of the event loop.
		setImmediate(() => {
			if (this.sleepers.length === 0 || this.sleepers.length < this.workers) return;
			this.sleepers.sort((a, b) => a.at - b.at);
			const first = this.sleepers.shift();
			this.at = Math.max(this.at, first?.at ?? 0);
			first?.resume();
		});
	}
}
