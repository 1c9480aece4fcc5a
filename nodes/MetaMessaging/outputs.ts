import type { INodeParameters } from 'n8n-workflow';

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

export const outputs = `={{ (${configureOutputs.toString()})($parameter) }}` as const;
