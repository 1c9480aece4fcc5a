import { NodeOperationError, type IExecuteFunctions, type INodeExecutionData } from 'n8n-workflow';
import { errorJson, toNodeError } from '../shared/errors.ts';
import { storeFor } from '../shared/store-for.ts';
import type { ManagerOperation } from './operation.ts';
import { resources } from './resources/index.ts';

/** Runs the chosen operation for one input item after the other. */
export async function router(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const operation = chosenOperation(context);
	const store = await storeFor(context);
	const output: INodeExecutionData[] = [];
	for (const itemIndex of context.getInputData().keys()) {
		const pairedItem = { item: itemIndex };
		try {
			const items = await operation.run(context, itemIndex, store);
			for (const item of items) output.push({ ...item, pairedItem });
		} catch (error) {
			const problem = toNodeError(context.getNode(), error, itemIndex);
			if (!context.continueOnFail()) throw problem;
			output.push({ json: errorJson(problem), pairedItem });
		}
	}
	return [output];
}

function chosenOperation(context: IExecuteFunctions): ManagerOperation {
	const resource = context.getNodeParameter('resource', 0) as string;
	const operation = context.getNodeParameter('operation', 0) as string;
	const found = resources
		.find(({ value }) => value === resource)
		?.operations.find(({ value }) => value === operation);
	if (found) return found;
	throw new NodeOperationError(
		context.getNode(),
		`There is no operation "${operation}" of the resource "${resource}"`,
		{ description: 'Choose a resource and an operation from the lists of the node' },
	);
}
