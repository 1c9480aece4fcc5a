import { CliError } from '../shared/cli-error.ts';

/** The sandbox's control API (sandbox/README.md), as the demo uses it. */
export class SandboxControl {
	readonly #url: string;

	constructor(sandboxUrl: string) {
		this.#url = `${sandboxUrl}/api`;
	}

	/** Changes settings of the sandbox. */
	async set(settings: object): Promise<void> {
		await this.call('PUT', '/settings', settings);
	}

	async call(method: string, path: string, body: object): Promise<unknown> {
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
