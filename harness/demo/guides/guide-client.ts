import type { Guide } from '../../../sandbox/guide/guide.ts';
import type { NewEntry } from '../feed/entries.ts';
import { SandboxControl } from '../sandbox-control.ts';

/** The most entries that the sandbox takes at once. */
const AT_ONCE = 500;

/** The guide's part of the sandbox's control API (sandbox/README.md). */
export class GuideClient {
	readonly #sandbox: SandboxControl;

	constructor(sandboxUrl: string) {
		this.#sandbox = new SandboxControl(sandboxUrl);
	}

	/** Puts the guide on the page. */
	async show(guide: Guide): Promise<void> {
		await this.#sandbox.call('PUT', '/guide', guide);
	}

	/** Adds what has happened inside. */
	async tell(entries: NewEntry[]): Promise<void> {
		for (let start = 0; start < entries.length; start += AT_ONCE)
			await this.#sandbox.call('POST', '/feed', { entries: entries.slice(start, start + AT_ONCE) });
	}

	/** How far a person wants the clock to be put forward since the last time this was asked, in milliseconds. */
	async takeAdvance(): Promise<number> {
		return ((await this.#sandbox.call('POST', '/advance/take', {})) as { ms: number }).ms;
	}
}
