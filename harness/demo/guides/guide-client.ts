import type { Guide } from '../../../sandbox/guide/guide.ts';
import { CliError } from '../../shared/cli-error.ts';
import type { NewEntry } from '../feed/entries.ts';

/** The most entries that the sandbox takes at once. */
const AT_ONCE = 500;

/** The guide's part of the sandbox's control API (sandbox/README.md). */
export class GuideClient {
	readonly #url: string;

	constructor(sandboxUrl: string) {
		this.#url = `${sandboxUrl}/api`;
	}

	/** Puts the guide on the page. */
	async show(guide: Guide): Promise<void> {
		await this.#send('PUT', '/guide', guide);
	}

	/** Adds what has happened inside. */
	async tell(entries: NewEntry[]): Promise<void> {
		for (let start = 0; start < entries.length; start += AT_ONCE)
			await this.#send('POST', '/feed', { entries: entries.slice(start, start + AT_ONCE) });
	}

	/** How far a person wants the clock to be put forward since the last time this was asked, in milliseconds. */
	async takeAdvance(): Promise<number> {
		return ((await this.#send('POST', '/advance/take', {})) as { ms: number }).ms;
	}

	async #send(method: string, path: string, body: object): Promise<unknown> {
		const response = await fetch(`${this.#url}${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(body),
			signal: AbortSignal.timeout(30_000),
		});
		if (!response.ok)
			throw new CliError(
				`The sandbox answered ${response.status} to ${method} /api${path}: ${await response.text()}`,
			);
		return await response.json();
	}
}
