/**
 * Watches for how long the event loop is kept from other work, in processor time of its thread, so that a busy machine does not
 * count. A timer that is due at once fires once in each turn of the loop; what is used from one to the next is at least the
 * longest stretch of that turn.
 */
export class StretchWatch {
	private longestMs = 0;
	private last = process.threadCpuUsage();
	private readonly timer = setInterval(() => this.turn(), 1);

	/** The longest stretch since the last call, in ms; the one under way counts. */
	take(): number {
		this.turn();
		const ms = this.longestMs;
		this.longestMs = 0;
		return ms;
	}

	end(): void {
		clearInterval(this.timer);
	}

	private turn(): void {
		const { user, system } = process.threadCpuUsage(this.last);
		this.last = process.threadCpuUsage();
		this.longestMs = Math.max(this.longestMs, (user + system) / 1_000);
	}
}
