import type { Now } from '../../lib/store/database/now.ts';
import type { SendResult } from '../../lib/index.ts';
import { newId } from '../support/customer.ts';
import {
	DUE,
	LEASE_MS,
	TEMPLATE,
	TEXT,
	claim,
	followUpAt,
	register,
	toSend,
	type Prepared,
} from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, WINDOW, after } from '../support/time.ts';

describe.each(databases)('sending on $name', (kind) => {
	const open = useStore(kind);

	/** A decided follow-up under a fresh lease at a moment. */
	const decidedAt = async (now: Now, content = TEXT): Promise<Prepared> => {
		const prepared = await followUpAt(open.store, 'scheduled', { content });
		prepared.leaseToken = (await claim(open.store, prepared.chatbot, now))[0]?.lease.token ?? '';
		await open.store.recordDecision(toSend(prepared.id, content), prepared.leaseToken, now);
		return prepared;
	};
	/** A run of Follow-Up Evaluate reads the templates of the account. */
	const hears = async (chatbot: string, status: string, now: Now) => {
		const { name, language } = TEMPLATE.template;
		const source = { id: `${chatbot} node`, version: '1', templates: [{ name, language, status }] };
		await register(open.store, chatbot, TEMPLATE, { now, source });
	};
	const begin = async ({ id, leaseToken }: Prepared, now = DUE) =>
		await open.store.beginSend(id, leaseToken, now);
	const finish = async ({ id }: Prepared, result: SendResult, now = DUE) =>
		await open.store.finishSend(id, result, now);
	const accepted = (messageId = newId('wamid')): SendResult => ({ outcome: 'accepted', messageId });

	test('what was decided may go, once', async () => {
		const one = await followUpAt(open.store, 'decided');
		expect(await begin(one)).toMatchObject({ ok: true, followUp: { state: 'sending', content: TEXT } });
		expect(await begin(one)).toMatchObject({ ok: false, reason: { code: 'claim_lost' } });
		expect((await one.now()).state).toBe('sending');
	});

	describe('the last look before sending', () => {
		test('a reply ends it', async () => {
			const one = await followUpAt(open.store, 'decided');
			await open.store.ingest([one.customer.writes('Tuesday', after(1, DUE))], after(1, DUE));
			expect((await begin(one, after(1, DUE))).ok).toBe(false);
			expect(await one.now()).toMatchObject({ state: 'ended', reason: { code: 'cancelled_reply' } });
		});

		test('an opt-out ends it', async () => {
			const one = await followUpAt(open.store, 'decided');
			await open.store.ingest([one.customer.writes('stop', after(-MINUTE))], DUE);
			expect((await begin(one)).ok).toBe(false);
			expect(await one.now()).toMatchObject({ state: 'ended', reason: { code: 'opted_out' } });
		});

		test.each([
			[-1, true],
			[0, false],
			[1, false],
		])('text %i ms from the end of the window may go: %s', async (ms, may) => {
			const moment = after(WINDOW + ms);
			const one = await decidedAt(after(-MINUTE, moment));
			expect((await begin(one, moment)).ok).toBe(may);
			expect(await one.now()).toMatchObject(
				may ? { state: 'sending' } : { state: 'ended', reason: { code: 'window_closed' } },
			);
		});

		test('a template that Meta has paused since the decision is waited for, if a run has heard of that', async () => {
			const moment = after(2 * WINDOW);
			const one = await decidedAt(moment, TEMPLATE);
			await hears(one.chatbot, 'PAUSED', moment);
			expect(await begin(one, moment)).toMatchObject({ ok: false, reason: { code: 'template_on_hold' } });
			const back = await one.now();
			expect(back).toMatchObject({ state: 'scheduled' });
			expect(Date.parse(back.dueAt)).toBeGreaterThan(moment.getTime());

			const other = await decidedAt(moment, TEMPLATE);
			await hears(other.chatbot, 'PAUSED', after(-MINUTE, moment));
			await hears(other.chatbot, 'APPROVED', moment);
			expect((await begin(other, moment)).ok).toBe(true);
		});

		test('a template that Meta has rejected since the decision ends it', async () => {
			const moment = after(2 * WINDOW);
			const one = await decidedAt(moment, TEMPLATE);
			await hears(one.chatbot, 'REJECTED', moment);
			expect(await begin(one, moment)).toMatchObject({
				ok: false,
				reason: { code: 'template_not_approved' },
			});
			expect((await one.now()).state).toBe('ended');
		});

		test('an approved template may go after the window closed', async () => {
			const moment = after(2 * WINDOW);
			const one = await decidedAt(moment, TEMPLATE);
			expect(await begin(one, moment)).toMatchObject({ ok: true, followUp: { content: TEMPLATE } });
		});

		test.each<[string, (one: Prepared) => Promise<[Prepared, Now]>]>([
			['a foreign lease', async (one) => [{ ...one, leaseToken: 'another' }, DUE]],
			['a lease that ran out at this instant', async (one) => [one, after(LEASE_MS, DUE)]],
			['an unknown follow-up', async (one) => [{ ...one, id: 'nobody' }, DUE]],
		])('%s changes nothing', async (_what, change) => {
			const one = await followUpAt(open.store, 'decided');
			const before = await one.now();
			const answer = await begin(...(await change(one)));
			expect(answer).toMatchObject({ ok: false, reason: { code: 'claim_lost' } });
			expect(await one.now()).toEqual(before);
		});

		test('taken up by a later run, the first one has lost it', async () => {
			const one = await followUpAt(open.store, 'decided');
			await open.store.recoverLeases(after(LEASE_MS, DUE));
			const [again] = await claim(open.store, one.chatbot, after(LEASE_MS, DUE));
			expect((await begin(one, after(LEASE_MS, DUE))).ok).toBe(false);
			expect(await one.now()).toMatchObject({ state: 'claimed', lease: { token: again?.lease.token } });
		});
	});

	describe('what Meta answered', () => {
		test('accepted: it keeps the message ID, and the business has spoken', async () => {
			const one = await followUpAt(open.store, 'sending');
			const messageId = newId('wamid');
			const finished = await finish(one, accepted(messageId), after(1_000, DUE));
			expect(finished).toMatchObject({
				state: 'accepted',
				messageId,
				acceptedAt: after(1_000, DUE).toISOString(),
			});
			expect(finished.lease).toBeUndefined();
			expect(await open.store.conversation(one.customer.key)).toMatchObject({
				...{ lastOutboundAt: after(1_000, DUE).toISOString(), lastOutboundBy: 'follow_up' },
			});
			const [last] = (await open.store.transcript(one.customer.key, 1)) ?? [];
			expect(last).toMatchObject({
				id: messageId,
				from: 'business',
				by: 'follow_up',
				text: 'text' in TEXT && TEXT.text,
			});
		});

		test('refused: it failed with the code, for good', async () => {
			const one = await followUpAt(open.store, 'sending');
			const refusal: SendResult = { outcome: 'failed', code: 131026, message: 'Undeliverable' };
			expect(await finish(one, refusal)).toMatchObject({
				...{
					state: 'failed',
					reason: { code: 'refused' },
					error: { code: 131026, message: 'Undeliverable' },
				},
			});
			expect((await finish(one, accepted())).state).toBe('failed');
		});

		test('not for now: it is due again later, a bounded number of times', async () => {
			const one = await followUpAt(open.store, 'sending');
			let at = DUE;
			for (let attempt = 1; ; attempt++) {
				at = after(HOUR, at);
				const finished = await finish(one, { outcome: 'retry', at, code: 131056, message: 'Too fast' }, at);
				if (attempt === 5) break;
				expect(finished).toMatchObject({ state: 'scheduled', dueAt: at.toISOString(), attempts: attempt });
				one.leaseToken = (await claim(open.store, one.chatbot, at))[0]?.lease.token ?? '';
				expect((await begin(one, at)).ok).toBe(true);
			}
			expect(await one.now()).toMatchObject({ state: 'failed', reason: { code: 'dead_letter' } });
			expect(await claim(open.store, one.chatbot, after(WINDOW, at))).toEqual([]);
		});

		test('waiting for a person to mend a setting uses up no attempt', async () => {
			const one = await followUpAt(open.store, 'sending');
			for (let n = 1; n <= 10; n++) {
				const at = after(n * HOUR, DUE);
				const refusal = {
					outcome: 'retry',
					at,
					message: 'Bad token',
					needsAPerson: true,
				} as const;
				expect((await finish(one, refusal, at)).state).toBe('scheduled');
				one.leaseToken = (await claim(open.store, one.chatbot, at))[0]?.lease.token ?? '';
				expect((await begin(one, at)).ok).toBe(true);
			}
		});

		test('an unknown follow-up is named', async () => {
			await expect(open.store.finishSend('nobody', accepted(), DUE)).rejects.toThrow('no follow-up nobody');
		});
	});

	describe('the answer was lost', () => {
		const lost: SendResult = { outcome: 'unknown', message: 'timed out' };

		test('it is unknown and never sent again', async () => {
			const one = await followUpAt(open.store, 'sending');
			expect((await finish(one, lost)).state).toBe('unknown');
			for (const hours of [1, 24, 240]) {
				await open.store.recoverLeases(after(hours * HOUR, DUE));
				expect(await claim(open.store, one.chatbot, after(hours * HOUR, DUE))).toEqual([]);
			}
			expect((await begin(one)).ok).toBe(false);
		});

		test.each(['sent', 'delivered', 'read', 'failed'] as const)(
			'the status %s with our own ID settles it, a stranger’s status does not',
			async (state) => {
				const one = await followUpAt(open.store, 'sending');
				await finish(one, lost);
				const [stranger, ours] = [newId('wamid'), newId('wamid')];
				await open.store.ingest(
					[one.customer.status(stranger, state, after(MINUTE, DUE))],
					after(MINUTE, DUE),
				);
				expect((await one.now()).state).toBe('unknown');
				const status = one.customer.status(ours, state, after(MINUTE, DUE), one.id);
				await open.store.ingest([status], after(MINUTE, DUE));
				expect(await one.now()).toMatchObject({ state, messageId: ours });
			},
		);

		test('a reply alone does not say that it arrived', async () => {
			const one = await followUpAt(open.store, 'sending');
			await finish(one, lost);
			await open.store.ingest([one.customer.writes('Hello?', after(HOUR, DUE))], after(HOUR, DUE));
			expect((await one.now()).state).toBe('unknown');
			const status = one.customer.status(newId('wamid'), 'delivered', after(MINUTE, DUE), one.id);
			await open.store.ingest([status], after(2 * HOUR, DUE));
			expect(await one.now()).toMatchObject({ state: 'replied', repliedAt: after(HOUR, DUE).toISOString() });
		});
	});
});
