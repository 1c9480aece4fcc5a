import type { IExecuteFunctions } from 'n8n-workflow';

/** A parameter as trimmed text; an expression may have given a number. */
export function text(context: IExecuteFunctions, itemIndex: number, name: string): string {
	return String(context.getNodeParameter(name, itemIndex, '') ?? '').trim();
}
