import { NodeOperationError, type IHookFunctions } from 'n8n-workflow';
import { splitList, type SubscriptionTarget } from '../../../lib/index.ts';
import { signedTransport } from '../../shared/graph-options.ts';
import { receivesElsewhere } from '../receive-on/properties.ts';
import { appTransport, type MetaCredential } from './transports.ts';

/** The app of the credential, and the production URL of this trigger. */
export async function subscriptionTarget(context: IHookFunctions): Promise<SubscriptionTarget> {
	const credential = await context.getCredentials<MetaCredential>('metaMessagingApi');
	const { appId, verifyToken } = credential;
	const appSecret = splitList(credential.appSecrets)[0];
	const isElsewhere = receivesElsewhere(context.getNodeParameter('receiveOn', 'webhook') as string);
	const callbackUrl = isElsewhere
		? (context.getNodeParameter('callbackUrl', '') as string).trim()
		: context.getNodeWebhookUrl('default');
	if (isElsewhere && !/^https?:\/\//.test(callbackUrl ?? ''))
		throw new NodeOperationError(context.getNode(), 'The Callback URL is missing or no address', {
			description:
				'Enter where Meta reaches the own port or the intake process, such as https://meta.example.com/webhook',
		});
	if (!appId) throw missing(context, 'App ID');
	if (!appSecret) throw missing(context, 'App Secret');
	if (!verifyToken) throw missing(context, 'Verify Token');
	if (!callbackUrl)
		throw new NodeOperationError(context.getNode(), 'n8n gave no webhook URL for this trigger');
	return {
		app: appTransport(context, credential, appSecret),
		account: signedTransport(context, credential),
		appId,
		callbackUrl,
		verifyToken,
	};
}

function missing(context: IHookFunctions, field: string): NodeOperationError {
	return new NodeOperationError(
		context.getNode(),
		`The ${field} is missing in the Meta Messaging API credential`,
		{
			description: `n8n needs it to manage the webhook subscription. Enter it there, or set Subscription to "Set Up Manually"`,
		},
	);
}
