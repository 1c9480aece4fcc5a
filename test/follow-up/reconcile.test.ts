import { parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import { reconcileDecisions } from '../../lib/follow-up/reconcile.ts';
import type { Decision, DueFollowUp } from '../../lib/follow-up/types.ts';
import { withGivenHistory } from '../../lib/messaging/conversation.ts';

const now = new Date('2026-11-23T15:00:00.000Z');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000).toISOString();

function reconciled(settings: object, wroteMinutesAgo = 120) {
	const at = minutes(-wroteMinutesAgo);
	const conversation = withGivenHistory({
		...{ key: 'messenger:1:ana', channel: 'messenger', account: '1', contact: { id: 'ana' } },
		...{ lastInboundAt: at, lastInboundId: 'm1', windowOpenedAt: at, lastOutboundAt: at },
	});
	const names = ['First', 'Second', 'Third'];
	const chatbot = parseChatbot({
		...{ id: 'bot', stopCondition: 'When booked', settings },
		followUps: names.map((name) => ({ name, description: 'When silent' })),
	});
	const due = names.map((name) => ({
		id: `s-${name}`,
		followUpId: name,
		anchor: { id: 'm1', at },
	})) as DueFollowUp[];
	// The model's answers come in any order.
	const decisions: Decision[] = ['Third', 'First', 'Second'].map((name) => ({
		...{
			action: 'send',
			code: 'decided_send',
			sentence: 'It fits',
			followUpId: name,
			scheduledId: `s-${name}`,
		},
		content: { kind: 'text', text: `Hello from ${name}` },
	}));
	return reconcileDecisions({ chatbot, conversation, due, now }, decisions).map(
		({ followUpId, action, code, until }) => ({
			...{ followUpId, action, code },
			...(until ? { until } : {}),
		}),
	);
}

test('the first in the list goes, the others wait for the gap', () => {
	const waits = { action: 'wait', code: 'minimum_gap', until: minutes(60) };
	expect(reconciled({})).toEqual([
		{ followUpId: 'First', action: 'send', code: 'decided_send' },
		{ followUpId: 'Second', ...waits },
		{ followUpId: 'Third', ...waits },
	]);
});

test('a gap that lasts until after the window ends them', () => {
	expect(reconciled({}, 23 * 60).map(({ code }) => code)).toEqual([
		'decided_send',
		'gap_past_window',
		'gap_past_window',
	]);
});

test('a cap lets so many go and ends the rest', () => {
	const codes = reconciled({ maxPerCustomer: 2, minimumGapMinutes: 0 }).map(
		({ action, code }) => `${action} ${code}`,
	);
	expect(codes).toEqual(['send decided_send', 'send decided_send', 'skip capped']);
});

test('dry run: everything is decided and nothing is sent', () => {
	const decided = reconciled({ dryRun: true, minimumGapMinutes: 0 });
	expect(decided.map(({ action, code }) => `${action} ${code}`)).toEqual(Array(3).fill('skip dry_run'));
});
