import type { INodeParameters } from 'n8n-workflow';

/**
 * What the staff is told comes out by itself, where it is wished for. It becomes an expression, so it must stand for itself:
 * no imports, no names from outside.
 */
const configureOutputs = (parameters: INodeParameters) => {
	const { gaveUpAfterHours = 0, customerWaitingHours = 0 } = (parameters.settings ?? {}) as {
		gaveUpAfterHours?: number;
		customerWaitingHours?: number;
	};
	return Number(gaveUpAfterHours) > 0 || Number(customerWaitingHours) > 0
		? [
				{ type: 'main', displayName: 'Due' },
				{ type: 'main', displayName: 'Staff' },
			]
		: [{ type: 'main' }];
};

export const outputs = `={{ (${configureOutputs.toString()})($parameter) }}` as const;
