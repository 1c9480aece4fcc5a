import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

/**
 * Answers the request ourselves and starts no execution. n8n ignores a status in `webhookResponse`, and throwing would
 * store a failed execution for every bad request.
 */
export function reply(context: IWebhookFunctions, status: number, text: string): IWebhookResponseData {
	// As plain text, so that nothing a caller sends can come back as a page.
	context.getResponseObject().status(status).type('text/plain').send(text);
	return { noWebhookResponse: true };
}
