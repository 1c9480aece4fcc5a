import type { IExecuteFunctions } from 'n8n-workflow';
import type { SendingCredential } from '../../../lib/index.ts';

/** The credential that the node sends with; a token that ended stops nobody who sends with another one. */
export function sendingWith(context: Pick<IExecuteFunctions, 'getNode' | 'getInstanceId'>): {
	credential?: SendingCredential;
} {
	const { id, name } = context.getNode().credentials?.metaMessagingApi ?? {};
	return id ? { credential: { id: `${context.getInstanceId()}:${id}`, ...(name ? { name } : {}) } } : {};
}
