import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import {
	bodyJson,
	eventItem,
	foreignSentence,
	isOnlyPlanned,
	isSignature,
	isWanted,
	labelOf,
	ownEvents,
	parseWebhook,
	type Ingested,
	type Listener,
	type Now,
	type Store,
} from '../../lib/index.ts';
import { signedBy } from './app-secrets.ts';
import { forward } from './forward.ts';
import { confirmWhenAnswered, isTaken } from './in-flight.ts';
import { forgetCredentials } from './kept-credential.ts';
import { listenerId } from './receive-on/listener.ts';
import { planBy, type PlanBy } from './plan-by.ts';
import { readBody } from './raw-body.ts';
import { noteRefused } from './refusals.ts';
import { reply } from './reply.ts';
import { samplesFor } from './samples.ts';
import { recordedEvents, selection } from './selection.ts';
import { triggerStore } from './trigger-store.ts';
import { warnClock } from './warn-clock.ts';
import { warnUnreadable } from './warn-unreadable.ts';

/** Takes in one delivery of Meta: check, parse, record, pass on; then one execution if it brought something to listen to. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const body = await readBody(context);
	if ('status' in body) return reply(context, body.status, body.text);

	const signature = context.getHeaderData()['x-hub-signature-256'] as string | undefined;
	// n8n decrypts a credential in an isolate, which is most of what a request costs; a stranger's is not worth it.
	const app = isSignature(signature) ? await signedBy(context, body.bytes, signature) : undefined;
	if (!app) {
		noteRefused(context, { cause: isSignature(signature) ? 'wrong_signature' : 'no_signature' });
		context.logger.warn(
			'A webhook was refused: its signature does not fit the app secrets of the credential',
		);
		return reply(context, 401, 'The signature is missing or wrong');
	}
	const json = bodyJson(body.bytes);
	if (json === undefined) return reply(context, 400, 'The body is not valid JSON');

	const parsed = parseWebhook(json);
	samplesFor(context)?.show(json, body.bytes.length, parsed);
	const { events: told, ignored } = parsed;
	if (ignored.length > 0)
		context.logger.warn('Parts of a webhook were left out', { ignored: ignored.slice(0, 20) });

	const events = recordedEvents(context, told);
	const asking = listener(context);
	const planning = planBy(context);
	let store: Store;
	let ingested: Ingested;
	let now: Now;
	try {
		store = await triggerStore(context);
		now = await store.now();
		const { own, foreign } = await ownEvents(store, events, app, now);
		for (const one of foreign) {
			const { channel, account } = one;
			const refusal = { cause: 'other_app', channel, account, by: labelOf(app) } as const;
			noteRefused(context, refusal, foreignSentence(one, app));
		}
		// With a part that is recorded Meta is done: a refusal would bring that part again and again too.
		if (foreign.length > 0 && own.length === 0)
			return reply(context, 403, 'The account belongs to another app');
		ingested = await store.ingest(own, now, {
			ownAppIds: app.appIds,
			listener: asking,
			planBy: planning.sources,
		});
		if (ingested.events.length > 0 && !asking.again) {
			confirmWhenAnswered(
				context,
				store,
				asking,
				ingested.events.map(({ event }) => event),
			);
		}
	} catch (error) {
		forgetCredentials();
		context.logger.error(
			`A webhook could not be recorded, Meta will deliver it again: ${(error as Error).message}`,
		);
		return reply(context, 500, 'The delivery could not be recorded; please deliver it again');
	}
	warnUnreadable(context, ingested.unreadable);
	warnClock(context, ingested.wrongClocks);
	const items = itemsFor(context, toRun(context, ingested, planning), now);
	const started = items.length === 0 ? {} : { workflowData: [items.map((json_) => ({ json: json_ }))] };
	if ((await forward(context, body.bytes)) === 'again') {
		// Our own part is done and stays done: the repetition brings this workflow nothing new.
		return {
			...reply(context, 500, 'Another workflow could not take the delivery; please deliver it again'),
			...started,
		};
	}
	if (items.length > 0) return started;
	if (await isTaken(store, asking, ingested.unanswered)) return reply(context, 200, 'OK');
	return reply(context, 503, 'An earlier delivery of this was interrupted; please deliver it again');
}

/** Each trigger gets each event once; while trying out, the same sample may come as often as one likes. */
function listener(context: IWebhookFunctions): Listener {
	const isTest = context.getMode() === 'manual';
	const wanted = selection(context);
	return {
		id: listenerId(context),
		wants: (event) => isWanted(wanted, event),
		again: isTest,
	};
}

/** The events that start the workflow: with Plan Without Execution, those for which planning was not all there is to do. */
function toRun(
	context: IWebhookFunctions,
	ingested: Ingested,
	{ sources, waits, hears }: PlanBy,
): Ingested['events'] {
	const without = context.getNodeParameter('settings.planWithoutExecution', false) as boolean;
	if (!without || waits || sources.length === 0 || ingested.unknownSources.length > 0) return ingested.events;
	return ingested.events.filter(({ event }) => !isOnlyPlanned(event, { hears }));
}

function itemsFor(context: IWebhookFunctions, events: Ingested['events'], now: Date): IDataObject[] {
	const includeRaw = context.getNodeParameter('settings.includeRaw', false) as boolean;
	return events.map((one) => eventItem(one, { includeRaw, now }) as unknown as IDataObject);
}
