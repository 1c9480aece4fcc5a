import type { IWebhookFunctions } from 'n8n-workflow';

/** Marks what was passed on, so that two triggers which name each other do not play ping-pong. */
const FORWARDED_HEADER = 'x-meta-followup-forwarded';
/**
 * Longer than the 5 seconds Meta waits: under load, breaking off and repeating would only add to it, and whatever Meta
 * delivers again in the meantime is known.
 */
const TIMEOUT_MS = 15_000;

/** What is being passed on right now, by address and signature: the same delivery several times at once goes once. */
const underWay = new Map<string, Promise<'done' | 'again'>>();

/**
 * Passes a delivery on to the triggers of other workflows, byte for byte with its signature. They know what was recorded
 * already and start once per event, so it may safely be delivered again.
 * @returns whether Meta should deliver again because one of them could not take it for the moment. Addresses that refuse
 * for good (no published workflow, wrong secret) are reported and left: Meta gives up an app that fails for an hour.
 */
export async function forward(context: IWebhookFunctions, bytes: Buffer): Promise<'done' | 'again'> {
	const headers = context.getHeaderData();
	if (headers[FORWARDED_HEADER] !== undefined || context.getMode() === 'manual') return 'done';
	const targets = (context.getNodeParameter('settings.forwardTo', []) as string[])
		.map((url) => url.trim())
		.filter((url) => url !== '');
	const outcomes = await Promise.all(
		targets.map(async (url) => await once(context, url, bytes, String(headers['x-hub-signature-256']))),
	);
	return outcomes.includes('again') ? 'again' : 'done';
}

async function once(
	context: IWebhookFunctions,
	url: string,
	bytes: Buffer,
	signature: string,
): Promise<'done' | 'again'> {
	const key = `${signature} ${url}`;
	const present = underWay.get(key);
	if (present) return await present;
	const started = forwardTo(context, url, bytes, signature).finally(() => underWay.delete(key));
	underWay.set(key, started);
	return await started;
}

async function forwardTo(
	context: IWebhookFunctions,
	url: string,
	bytes: Buffer,
	signature: string,
): Promise<'done' | 'again'> {
	if (!/^https?:\/\//.test(url) || !URL.canParse(url)) {
		context.logger.error(
			`Forward To holds "${url}", which is no http(s) address; nothing was passed on to it`,
		);
		return 'done';
	}
	try {
		const { statusCode } = (await context.helpers.httpRequest({
			method: 'POST',
			url,
			body: bytes,
			headers: {
				'content-type': 'application/json',
				'x-hub-signature-256': signature,
				[FORWARDED_HEADER]: '1',
			},
			timeout: TIMEOUT_MS,
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
		})) as { statusCode: number };
		if (statusCode < 300) return 'done';
		context.logger.error(`A delivery of Meta was passed on to ${url}, which answered ${statusCode}`);
		return statusCode >= 500 || statusCode === 408 || statusCode === 429 ? 'again' : 'done';
	} catch (error) {
		context.logger.error(`A delivery of Meta could not be passed on to ${url}: ${(error as Error).message}`);
		return 'again';
	}
}
