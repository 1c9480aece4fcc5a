import { setTimeout as sleep } from 'node:timers/promises';
import pLimit from 'p-limit';
import { CliError } from '../../../harness/shared/cli-error.ts';
import type { Arm } from './arm.ts';
import { DELAY_HOURS, CONVERSATION } from './product.ts';
import type { Person } from './sandbox-client.ts';

const PARALLEL = 4;
/** n8n looks for waiting executions once a minute. */
const RESUMED_WITHIN_SECONDS = 180;
const PROBE_MS = 200;
export const DELAY_MS = (DELAY_HOURS * 3600 + 60) * 1000;

/** What one conversation life has cost, on the average over those that were lived together. */
export interface LifeCost {
	runs: number;
	cpuSeconds: number;
	bytes: number;
	/** Bytes while the follow-up is pending. */
	pendingBytes: number;
}

/** The lives of some customers in one arm, step by step. */
export class Lives {
	readonly arm: Arm;
	readonly #count: number;
	#people: Person[] = [];
	#cpu = 0;
	#runsBefore = 0;
	#bytesBefore = 0;
	#pendingBytes = 0;
	#resumes = 0;
	#sentBefore = 0;

	constructor(arm: Arm, count: number) {
		this.arm = arm;
		this.#count = count;
	}

	/** The customers write, the business answers them, sent, delivered and read are told; then there is silence. */
	async untilSilence(firstNumber: number): Promise<void> {
		const { sandbox, files } = this.arm;
		for (let index = 0; index < this.#count; index++)
			this.#people.push(await sandbox.customer(firstNumber + index));
		this.#runsBefore = files.executions().all;
		this.#bytesBefore = files.bytes();
		const [question, answer] = CONVERSATION[0];
		await this.#metered(async () => {
			await pLimit(PARALLEL).map(this.#people, async (one) => await sandbox.writes(one, question));
			await this.arm.quiet();
			await pLimit(PARALLEL).map(this.#people, async (one) => await sandbox.businessAnswers(one, answer));
			await this.arm.quiet();
			await pLimit(PARALLEL).map(this.#people, async (one) => await sandbox.reads(one));
			await this.arm.quiet();
		});
		this.#pendingBytes = files.bytes() - this.#bytesBefore;
		this.#sentBefore = (await sandbox.sent()).length;
		this.#resumes = files.executions().waiting;
		const scheduled = files.scheduled();
		if (Math.max(this.#resumes, scheduled) < this.#count)
			throw new CliError(
				`${this.arm.name}: of ${this.#count} follow-ups ${this.#resumes} wait in n8n and ${scheduled} in the store. ${this.arm.n8n.lastLines()}`,
			);
	}

	/** The hours pass, the follow-ups are sent. Idle time before the first one is not counted. */
	async untilFollowUps(): Promise<void> {
		const { files, sandbox, name, n8n } = this.arm;
		const pending = () => files.executions().waiting + files.scheduled();
		const all = pending();
		let before = await this.arm.cpu();
		if (this.#resumes > 0) files.resumeAt(files.waitingFor().map(({ id }) => ({ id, at: Date.now() })));
		else files.letTimePass(DELAY_MS);
		const giveUpAt = performance.now() + RESUMED_WITHIN_SECONDS * 1000;
		while (pending() === all) {
			if (performance.now() > giveUpAt) throw new CliError(`${name}: nothing came due. ${n8n.lastLines()}`);
			before = await this.arm.cpu();
			await sleep(PROBE_MS);
		}
		await this.arm.quiet();
		const sent = (await sandbox.sent()).length - this.#sentBefore;
		if (sent !== this.#count)
			throw new CliError(
				`${name}: ${sent} follow-ups were sent instead of ${this.#count}. ${n8n.lastLines()}`,
			);
		this.#cpu += (await this.arm.cpu()) - before;
	}

	/** The customers read the follow-up. */
	async untilRead(): Promise<LifeCost> {
		await this.#metered(async () => {
			await pLimit(PARALLEL).map(this.#people, async (one) => await this.arm.sandbox.reads(one));
			await this.arm.quiet();
		});
		const { files } = this.arm;
		const { all, failed } = files.executions();
		if (failed > 0) throw new CliError(`${this.arm.name}: ${failed} executions failed`);
		const each = (total: number) => total / this.#count;
		return {
			runs: each(all - this.#runsBefore + this.#resumes),
			cpuSeconds: each(this.#cpu),
			bytes: each(files.bytes() - this.#bytesBefore),
			pendingBytes: each(this.#pendingBytes),
		};
	}

	async #metered(work: () => Promise<void>): Promise<void> {
		const before = await this.arm.cpu();
		await work();
		this.#cpu += (await this.arm.cpu()) - before;
	}
}
