import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { errorJson, toNodeError } from './errors.ts';

/** Where a node gives its items out. */
export interface ErrorPlace {
	/** The output for items that did not do. */
	output: number;
	/** How many outputs there are, without n8n's own for errors. */
	outputs: number;
}

/**
 * Runs a node whose errors stay errors. With On Error set to continue, n8n passes the input of a node that throws on as its
 * output (n8n 2.41.1, `workflow-execute.js`), and whoever comes next takes it for done. So what fails before the first item,
 * such as the opening of the store, becomes one error item for each input; n8n moves those to its error output where it has one.
 */
export async function withErrorItems(
	context: IExecuteFunctions,
	run: () => Promise<INodeExecutionData[][]>,
	{ output, outputs }: ErrorPlace = { output: 0, outputs: 1 },
): Promise<INodeExecutionData[][]> {
	try {
		return await run();
	} catch (error) {
		const shown = toNodeError(context.getNode(), error);
		if (!context.continueOnFail()) throw shown;
		const items = context.getInputData().map((_item, item): INodeExecutionData => {
			return { json: errorJson(shown), pairedItem: { item } };
		});
		return Array.from({ length: outputs }, (_output, place) => (place === output ? items : []));
	}
}
