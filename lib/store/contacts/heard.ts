import { reason } from '../../follow-up/reasons/index.ts';
import type { Db } from '../database/db.ts';
import { endBroken, type Broken } from '../queue/end-live.ts';
import { markManyReplied } from '../queue/replied.ts';
import { insertMessages, type NewMessage } from './messages-table.ts';

/**
 * What customers say in deliveries that came together, kept for a few statements: with a server, each statement is a way there
 * and back, which is most of what a message costs. Whoever reads or changes messages or follow-ups in between settles first,
 * so that everything happens in the order in which it was told.
 */
export class Heard {
	private readonly messages: NewMessage[] = [];
	private readonly broken: Broken[] = [];
	private ended = 0;

	constructor(
		private readonly tx: Db,
		private readonly now: Date,
	) {}

	/** How many follow-ups ended because customers wrote. */
	get cancelled(): number {
		return this.ended;
	}

	/** A message of a customer, for the transcript. */
	said(message: NewMessage): void {
		this.messages.push(message);
	}

	/** A customer broke the silence: what was planned for it ends, and what went out before is answered. */
	broke(broken: Broken): void {
		this.broken.push(broken);
	}

	/** Writes what was put off. */
	async settle(): Promise<void> {
		const { tx, now } = this;
		const messages = this.messages.splice(0);
		const broken = this.broken.splice(0);
		if (messages.length > 0) await insertMessages(tx, messages);
		if (broken.length === 0) return;
		this.ended += await endBroken(tx, broken, reason('cancelled_reply'), now);
		await markManyReplied(tx, broken, now);
	}
}
