import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import { isVerifyToken, NO_HANDSHAKE, readHandshake } from '../../lib/index.ts';
import { noteRefused } from './refusals.ts';
import { reply } from './reply.ts';

/** Meta's check of the callback URL: the verify token must be ours, then the challenge goes back as plain text. */
export async function answerHandshake(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const handshake = readHandshake(context.getQueryData() as Record<string, unknown>);
	if (!handshake) return reply(context, 400, NO_HANDSHAKE);
	const { verifyToken } = await context.getCredentials<{ verifyToken?: string }>('metaMessagingApi');
	if (!isVerifyToken(handshake.token, verifyToken)) {
		noteRefused(context, { cause: 'wrong_verify_token' });
		context.logger.warn(
			'Meta asked to verify the webhook with another verify token than the one in the credential',
		);
		return reply(context, 403, 'The verify token is not the one in the Meta Messaging API credential');
	}
	return reply(context, 200, handshake.challenge);
}
