import { CliError } from '../../harness/shared/cli-error.ts';

/** A message in the sandbox's ledger, as far as it matters here. */
export interface LedgerEntry {
	customer: string | null;
	direction: 'in' | 'out';
	via: string;
}

/** The sandbox's ledger and switches. */
export class CrashSandbox {
	readonly #url: string;

	constructor(url: string) {
		this.#url = `${url}/api`;
	}

	/** How many messages each customer got through the API, and how many there are in all. */
	async sent(): Promise<{ byCustomer: Map<string, number>; total: number; violations: string[] }> {
		const { messages, violations } = await this.call<{
			messages: LedgerEntry[];
			violations: { kind: string; details: string }[];
		}>('GET', '/state');
		const byCustomer = new Map<string, number>();
		const out = messages.filter(({ direction, via }) => direction === 'out' && via === 'api');
		for (const { customer } of out) byCustomer.set(customer ?? '', (byCustomer.get(customer ?? '') ?? 0) + 1);
		return {
			byCustomer,
			total: out.length,
			violations: violations.map(({ kind, details }) => `${kind}: ${details}`),
		};
	}

	/** How many webhooks were never answered with 200. */
	async undelivered(): Promise<number> {
		const { deliveries } = await this.call<{
			deliveries: { url: string | null; attempts: { status: number | string }[] }[];
		}>('GET', '/state');
		return deliveries.filter(
			({ url, attempts }) => url !== null && !attempts.some(({ status }) => status === 200),
		).length;
	}

	async call<T>(method: string, path: string, body?: object): Promise<T> {
		const response = await fetch(`${this.#url}${path}`, {
			method,
			headers: { 'content-type': 'application/json' },
			...(body ? { body: JSON.stringify(body) } : {}),
		});
		if (!response.ok)
			throw new CliError(
				`The sandbox answered ${response.status} to ${method} ${path}: ${await response.text()}`,
			);
		return (await response.json()) as T;
	}
}
