import { parseWebhook } from '../channels/parse-webhook.ts';
import { bodyJson } from '../meta/webhook/body-json.ts';
import { isVerifyToken, NO_HANDSHAKE, readHandshake } from '../meta/webhook/handshake.ts';
import { isSignature } from '../meta/webhook/signature.ts';
import { signingApp, type ConfiguredApp } from '../meta/webhook/signing-app.ts';
import type { MessagingEvent } from '../messaging/messaging-event.ts';
import { labelOf, type SigningApp } from '../messaging/signing-app.ts';
import { isOfAccounts } from '../messaging/wanted-events.ts';
import { foreignSentence } from '../store/accounts/own-events.ts';
import type { Refusal } from '../store/accounts/refused-deliveries.ts';
import { StoreUnavailableError } from '../store/database/unavailable.ts';
import type { Samples } from '../samples/samples.ts';
import type { Answer } from './http/answer.ts';
import type { Complaints } from './complaints.ts';
import type { Recorded } from './record.ts';

/** What the webhook itself has to know and to do. */
export interface WebhookParts {
	/** Asked with each delivery: inside n8n they change while it listens. */
	apps(): readonly ConfiguredApp[];
	verifyTokens(): readonly string[];
	/** Where a person finds them, for the log. */
	names: { appSecrets: string; verifyToken: string };
	/** Records the events of a delivery; done when they are on the disk. Gives the accounts that belong to another app. */
	record(events: MessagingEvent[], app: SigningApp): Promise<Recorded>;
	complaints: Complaints;
	/** Counts what is refused, for the dashboard. */
	refused(refusal: Refusal): void;
	/** Those who keep samples of deliveries are shown each that is genuine. */
	samples?(): readonly Samples[];
}

const SIGNATURE = 'x-hub-signature-256';
const REFUSED: Answer = { status: 401, text: 'The signature is missing or wrong' };
/** Says nothing of that app: whoever signs for one business learns nothing of another. */
const OF_ANOTHER: Answer = { status: 403, text: 'The account belongs to another app' };

/** Meta's check of the callback URL. */
export function answerHandshake(
	{ verifyTokens, names, complaints, refused }: WebhookParts,
	query: Record<string, unknown>,
): Answer {
	const handshake = readHandshake(query);
	if (!handshake) return { status: 400, text: NO_HANDSHAKE };
	if (verifyTokens().some((token) => isVerifyToken(handshake.token, token)))
		return { status: 200, text: handshake.challenge };
	refused({ cause: 'wrong_verify_token' });
	complaints.say(`A handshake was refused: its verify token is not the one in ${names.verifyToken}`);
	return { status: 403, text: `The verify token is not the one in ${names.verifyToken}` };
}

/** What no delivery of Meta lacks; without it the body is not read. */
export function refuseUnsigned(
	{ complaints, refused }: WebhookParts,
	headers: Record<string, unknown>,
): Answer | undefined {
	if (isSignature(headers[SIGNATURE] as string | undefined)) return undefined;
	refused({ cause: 'no_signature' });
	complaints.say('A delivery was refused: it brought no signature (X-Hub-Signature-256)');
	return REFUSED;
}

/** Takes in one delivery: checked, read, recorded; answered when it is on the disk. */
export async function takeDelivery(
	{ apps, names, record, complaints, refused, samples }: WebhookParts,
	headers: Record<string, unknown>,
	bytes: Buffer,
): Promise<Answer> {
	const app = signingApp(bytes, headers[SIGNATURE] as string, apps());
	if (!app) {
		refused({ cause: 'wrong_signature' });
		complaints.say(`A delivery was refused: its signature does not fit ${names.appSecrets}`);
		return REFUSED;
	}
	const json = bodyJson(bytes);
	if (json === undefined) return { status: 400, text: 'The body is not valid JSON' };
	const parsed = parseWebhook(json);
	for (const one of samples?.() ?? []) one.show(json, bytes.length, parsed);
	const { events, ignored } = parsed;
	for (const { path, reason } of ignored)
		complaints.say(`Part of a delivery was left out: ${path} ${reason}`);
	const { recordOnly } = app;
	const wanted = recordOnly ? events.filter((event) => isOfAccounts(event, recordOnly)) : events;
	try {
		const { foreign, recorded } = await record(wanted, app);
		for (const one of foreign) {
			const { channel, account } = one;
			refused({ cause: 'other_app', channel, account, by: labelOf(app) });
			complaints.say(foreignSentence(one, app));
		}
		// With a part that was recorded Meta is done: a refusal would bring that part again and again too.
		return foreign.length > 0 && recorded === 0 ? OF_ANOTHER : { status: 200, text: 'OK' };
	} catch (error) {
		complaints.failed(error as Error);
		return {
			status: error instanceof StoreUnavailableError ? 503 : 500,
			text: 'The delivery could not be recorded; please deliver it again',
		};
	}
}
