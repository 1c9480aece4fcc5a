import type { IExecuteFunctions } from 'n8n-workflow';

const told = new WeakMap<IExecuteFunctions, Set<string>>();

/** Says something at the node of this execution; once, though each of many customers brings it up. */
export function hintOnce(context: IExecuteFunctions, message: string): void {
	const before = told.get(context) ?? new Set<string>();
	told.set(context, before);
	if (before.has(message)) return;
	before.add(message);
	context.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
}
