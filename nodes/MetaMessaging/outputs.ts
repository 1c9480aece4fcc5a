import type { INodeParameters } from 'n8n-workflow';
import type { ErrorPlace } from '../shared/error-items.ts';

/**
 * Send Follow-Up says on two outputs what was sent and what was not. It becomes an expression, so it must stand for itself:
 * no imports, no names from outside.
 */
const configureOutputs = (parameters: INodeParameters) =>
	parameters.resource === 'message' && parameters.operation === 'sendFollowUp'
		? [
				{ type: 'main', displayName: 'Sent' },
				{ type: 'main', displayName: 'Not Sent' },
			]
		: [{ type: 'main' }];

/** What fails as a whole comes out where single items do that were not sent. */
export function placeOfErrors(parameters: INodeParameters): ErrorPlace {
	const { length } = configureOutputs(parameters);
	return { output: length - 1, outputs: length };
}

export const outputs = `={{ (${configureOutputs.toString()})($parameter) }}` as const;
