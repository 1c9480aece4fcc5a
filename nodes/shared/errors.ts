import { NodeOperationError, type INode, type JsonObject } from 'n8n-workflow';
import {
	DefinitionError,
	FollowUpFileError,
	GraphError,
	MessageNotAllowedError,
	ModelConfigurationError,
	RefusedError,
	StoreUnavailableError,
} from '../../lib/index.ts';

/** Errors of the engine that say themselves what to do. */
const WITH_ADVICE = [
	ModelConfigurationError,
	StoreUnavailableError,
	GraphError,
	MessageNotAllowedError,
	RefusedError,
	FollowUpFileError,
];

/** Gives an error of the engine the form in which n8n shows it: what happened, and below it what to do. */
export function toNodeError(node: INode, error: unknown, itemIndex?: number): NodeOperationError {
	if (error instanceof NodeOperationError) return error;
	const at = itemIndex === undefined ? {} : { itemIndex };
	if (error instanceof DefinitionError) {
		return new NodeOperationError(node, error.message, { ...at, description: describeAll(error.problems) });
	}
	if (WITH_ADVICE.some((kind) => error instanceof kind)) {
		const { message, advice } = error as GraphError;
		return new NodeOperationError(node, message, { ...at, description: advice });
	}
	return new NodeOperationError(node, error as Error, { ...at, description: storeAdvice(error) });
}

function describeAll(problems: string[]): string {
	const others = problems.slice(1);
	const rest = others.length > 0 ? ` Also: ${others.join('; ')}.` : '';
	return `Open the node and correct the field; nothing was planned or sent.${rest}`;
}

function storeAdvice(error: unknown): string {
	const isStore = /follow-up store/i.test(String((error as Error)?.message));
	return isStore ? 'Check that n8n may write to its user folder and that the disk is not full' : '';
}

/**
 * The error as a line of output, for "Continue on fail": `error` says what happened, `message` what to do. n8n sends items
 * with no other fields than these to the error output, where the node has one.
 */
export function errorJson(error: unknown): JsonObject {
	const { message, description } = error as { message: string; description?: string };
	return { error: message, ...(description ? { message: description } : {}) };
}
