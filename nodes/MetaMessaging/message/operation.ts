import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Operation, ShownOperation } from '../../shared/operation.ts';
import type { Delivery } from './deliver.ts';

/** What an operation does with one item; it gives the JSON of the output item. */
export type RunMessage = (delivery: Delivery) => Promise<IDataObject>;

/** An operation that takes one item after the other. */
export type MessageOperation = Operation<RunMessage>;

/** An operation that works on all items together and has outputs of its own. */
export interface WholeRunOperation extends ShownOperation {
	run?: undefined;
	runAll(context: IExecuteFunctions): Promise<INodeExecutionData[][]>;
}
