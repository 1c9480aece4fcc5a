import { NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';
import { AdvisedError } from '../../lib/index.ts';

/** Gives an error of the engine the form in which n8n shows it: what happened, and below it what to do. */
export function toNodeError(node: INode, error: unknown, itemIndex?: number): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	const at = itemIndex === undefined ? {} : { itemIndex };
	if (error instanceof AdvisedError)
		return new NodeOperationError(node, error.message, { ...at, description: error.advice });
	return new NodeOperationError(node, error as Error, at);
}

/**
 * The error as a line of output, for "Continue on fail": `error` says what happened, `message` what to do. n8n sends items
 * with no other fields than these to the error output, where the node has one.
 */
export function errorJson(error: unknown): JsonObject {
	const { message, description } = error as { message: string; description?: string };
	return { error: message, ...(description ? { message: description } : {}) };
}
