import type { RunningN8n } from '../n8n/start.ts';
import { CliError } from '../shared/cli-error.ts';
import { waitUntil } from '../shared/wait-until.ts';
import { CHECK_NAMES, check, type Check } from './checks.ts';
import type { Setup } from './conversations.ts';
import { storedRows } from './store-file.ts';

/** How long Meta takes for its answer: enough for a webhook to go through meanwhile, less than the node waits for it. */
const ANSWER_MS = 6_000;
/** How much later than due a follow-up may be sent on a busy machine. */
const LATENESS_SECONDS = 40;

/** A customer writes again while a follow-up is on its way to Meta. */
export async function checkMeanwhile({ sandbox, n8n, texts, timing, log }: Setup): Promise<Check> {
	const diego = await sandbox.customer('Diego', '+573001110004');
	const request = texts.request(diego.name);
	const rows = () => followUpsOf(n8n, request);
	const until = async <T>(what: string, seconds: number, probe: () => T | undefined) =>
		await waitUntil({ what, seconds, everyMs: 200, details: n8n.lastLines, probe });
	await sandbox.answersSlowly(diego, ANSWER_MS);
	await sandbox.customerWrites(diego, request);
	try {
		await until("Diego's message to be planned for", 15, () => rows().length > 0 || undefined);
		await sandbox.businessAnswers(diego, texts.answer);
		await until('the follow-up to be on its way', timing.delaySeconds + LATENESS_SECONDS, () =>
			rows().find(({ state }) => state === 'sending'),
		);
		await sandbox.customerWrites(diego, texts.question);
		log(`Diego writes "${texts.question}" while a follow-up is on its way to him`);
		await until('the follow-up for the new silence', ANSWER_MS / 1000 + LATENESS_SECONDS, () =>
			rows().length > 1 ? true : undefined,
		);
	} catch (error) {
		// Its absence is a finding of the smoke, not the end of it.
		if (!(error instanceof CliError)) throw error;
	}
	const [first, second, ...more] = rows();
	return check(CHECK_NAMES.meanwhile, [
		{ ok: first?.message_id !== null, found: `the first one is ${String(first?.state)}` },
		{
			ok: second !== undefined && second.anchor_id !== first?.anchor_id,
			found: `planned for the new silence: ${second ? String(second.state) : 'nothing'}`,
		},
		{ ok: more.length === 0, found: `besides: ${more.length}` },
	]);
}

/** The follow-ups of the conversation in which somebody wrote this, the oldest first. */
function followUpsOf({ userFolder }: RunningN8n, text: string): Record<string, unknown>[] {
	const message = storedRows(userFolder, 'messages').find((row) => row.text === text);
	if (!message) return [];
	return storedRows(userFolder, 'scheduled_follow_ups')
		.filter((row) => row.conversation_id === message.conversation_id)
		.sort((a, b) => Number(a.created_at) - Number(b.created_at));
}
