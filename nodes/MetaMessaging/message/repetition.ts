import { createHash } from 'node:crypto';
import { NodeOperationError, type IDataObject, type IExecuteFunctions } from 'n8n-workflow';
import type { Outgoing, SentItem } from '../../../lib/index.ts';

/**
 * Names what this item of this run sends, the same when n8n repeats it: a node with all its items (Retry On Fail), or an
 * execution from its list. A repeated execution has another ID, and no node is told which one it repeats; but it goes on with
 * the data of the first, and so with what the node has noted there (n8n 2.41.1, `execution.service.js` retry).
 */
export function itemKey(context: IExecuteFunctions, itemIndex: number): string {
	const memory = context.getContext('node') as { sendingExecution?: string };
	memory.sendingExecution ??= context.getExecutionId();
	const { $runIndex } = context.getWorkflowDataProxy(itemIndex);
	return [
		...[context.getInstanceId(), memory.sendingExecution, context.getNode().id],
		...[$runIndex as number, itemIndex],
	].join(':');
}

/**
 * Whether an AI agent calls the node. It may do so several times within one run of the node, each time for another message,
 * so that only the message tells a repetition.
 */
export function isTool(context: IExecuteFunctions): boolean {
	return context.getNode().type.endsWith('Tool');
}

/** The key of a call by an agent. */
export function callKey(key: string, conversation: string, content: Outgoing): string {
	const said = JSON.stringify([conversation, content], (_name, value: unknown) =>
		value instanceof Uint8Array ? createHash('sha256').update(value).digest('hex') : value,
	);
	return `${key}:${createHash('sha256').update(said).digest('hex')}`;
}

/**
 * What the item gives out when it is repeated: the result of the first time.
 * @throws NodeOperationError when the answer to the first time was lost.
 */
export function firstResult(context: IExecuteFunctions, sent: SentItem, itemIndex: number): IDataObject {
	const { conversation, callbackData, begunAt, accepted } = sent;
	if (!accepted)
		throw new NodeOperationError(
			context.getNode(),
			`Whether Meta accepted the message is not known: this item of this execution asked for it at ${begunAt}, and the answer was lost`,
			{
				itemIndex,
				description:
					'It was not sent again: the customer might get it twice. Look in the chat whether it arrived; if it did not, send it in a new execution',
			},
		);
	const { messageId, at, type, text, result } = accepted;
	const { held, ...more } = result;
	return {
		conversation,
		message: {
			...{ id: messageId, ...(type ? { type } : {}), ...(text === undefined ? {} : { text }) },
			...{ callbackData, acceptedAt: at },
		},
		result: { code: 'accepted', held: held ?? false, alreadySent: true },
		...more,
	} as unknown as IDataObject;
}
