import { timingSafeEqual } from 'node:crypto';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { reply } from './reply.ts';

/** Meta's check of the callback URL: the verify token must be ours, then the challenge goes back as plain text. */
export async function answerHandshake(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const query = context.getQueryData() as Record<string, unknown>;
	const challenge = query['hub.challenge'];
	const token = query['hub.verify_token'];
	if (query['hub.mode'] !== 'subscribe' || typeof challenge !== 'string' || typeof token !== 'string') {
		return reply(context, 400, 'Expected hub.mode=subscribe, hub.challenge and hub.verify_token');
	}
	const { verifyToken } = await context.getCredentials<{ verifyToken?: string }>('metaMessagingApi');
	if (!verifyToken || !sameText(token, verifyToken)) {
		context.logger.warn(
			'Meta asked to verify the webhook with another verify token than the one in the credential',
		);
		return reply(context, 403, 'The verify token is not the one in the Meta Messaging API credential');
	}
	return reply(context, 200, challenge);
}

function sameText(a: string, b: string): boolean {
	const [left, right] = [Buffer.from(a), Buffer.from(b)];
	return left.length === right.length && timingSafeEqual(left, right);
}
