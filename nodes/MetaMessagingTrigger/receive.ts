import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import {
	conversationItem,
	parseWebhook,
	sharedStore,
	verifySignature,
	type EventItem,
	type Ingested,
	type MessagingEvent,
} from '../../lib';
import { kindsOf } from './event-groups';
import { readBody } from './raw-body';
import { reply } from './reply';

/** Takes in one delivery of Meta: check, parse, record; then one execution if anybody listens to what came in. */
export async function receive(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const body = await readBody(context);
	if ('status' in body) return reply(context, body.status, body.text);

	const signature = context.getHeaderData()['x-hub-signature-256'] as string | undefined;
	if (!verifySignature(body.bytes, signature, await appSecrets(context))) {
		context.logger.warn(
			'A webhook was refused: its signature does not fit the app secrets of the credential',
		);
		return reply(context, 401, 'The signature is missing or wrong');
	}
	const json = parseJson(body.bytes);
	if (json === undefined) return reply(context, 400, 'The body is not valid JSON');

	const { events, ignored } = parseWebhook(json);
	if (ignored.length > 0)
		context.logger.warn('Parts of a webhook were left out', { ignored: ignored.slice(0, 20) });

	const now = new Date();
	let ingested: Ingested;
	try {
		ingested = await (await sharedStore()).ingest(events, now);
	} catch (error) {
		context.logger.error(
			`A webhook could not be recorded, Meta will deliver it again: ${(error as Error).message}`,
		);
		return reply(context, 500, 'The delivery could not be recorded; please deliver it again');
	}
	const items = itemsFor(context, ingested, now);
	return items.length === 0
		? reply(context, 200, 'OK')
		: { workflowData: [items.map((json_) => ({ json: json_ }))] };
}

async function appSecrets(context: IWebhookFunctions): Promise<string[]> {
	const { appSecrets: secrets } = await context.getCredentials<{ appSecrets?: string }>('metaMessagingApi');
	return (secrets ?? '')
		.split(/[\s,;]+/)
		.map((secret) => secret.trim())
		.filter((secret) => secret !== '');
}

function parseJson(bytes: Buffer): unknown {
	try {
		return JSON.parse(bytes.toString('utf8')) as unknown;
	} catch {
		return undefined;
	}
}

function itemsFor(context: IWebhookFunctions, { events }: Ingested, now: Date): IDataObject[] {
	const wanted = kindsOf(context.getNodeParameter('events', []) as string[]);
	const includeRaw = context.getNodeParameter('settings.includeRaw', false) as boolean;
	return events
		.filter(({ event }) => wanted.has(event.kind))
		.map(
			({ event, conversation }): EventItem => ({
				event: includeRaw ? event : withoutRaw(event),
				...(conversation ? { conversation: conversationItem(conversation, now) } : {}),
			}),
		)
		.map((item) => item as unknown as IDataObject);
}

function withoutRaw(event: MessagingEvent): Omit<MessagingEvent, 'raw'> {
	const { raw: _raw, ...rest } = event;
	return rest;
}
