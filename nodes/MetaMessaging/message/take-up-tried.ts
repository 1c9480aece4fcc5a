import { reason, type Reason, type SendItem, type Store } from '../../../lib/index.ts';

/** Long enough for one request. */
const LEASE_MS = 60_000;

/**
 * A follow-up whose decision was tried in the editor is still in the queue. What is due is taken up now, because a person runs
 * this node; what is not due keeps its time, however the decision went.
 */
export async function takeUpTried(store: Store, item: SendItem): Promise<SendItem | Reason> {
	const scheduledId = item.followUp.scheduledId as string;
	const now = await store.now();
	const [found] = await store.resume([{ scheduledId }], { now, leaseMs: LEASE_MS });
	if (!found?.claimed) return found?.followUp.state === 'scheduled' ? notDueYet(item) : reason('claim_lost');
	const { isTest: _isTest, ...followUp } = item.followUp;
	const leaseToken = found.followUp.lease.token;
	const { action, code, reason: sentence } = item.decision;
	const decision = { action, code, sentence, followUpId: found.followUp.followUpId, scheduledId };
	await store.recordDecision({ ...decision, content: item.content }, leaseToken, now);
	return { ...item, followUp: { ...followUp, leaseToken } };
}

function notDueYet({ followUp: { dueAt } }: SendItem): Reason {
	return reason(
		'not_due_yet',
		`It was tried in the editor and is due at ${dueAt}, so nothing was sent; Send Now in Follow-Up Manager or on the dashboard sends it sooner`,
	);
}
