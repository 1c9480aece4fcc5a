import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Store } from '../../lib/index.ts';
import type { Operation, Resource } from '../shared/operation.ts';

/** An output item before the router notes from which input item it comes. */
export type OutputItem = Pick<INodeExecutionData, 'json' | 'binary'>;

/** One operation of the node; it runs for one input item after the other. */
export type ManagerOperation = Operation<
	(context: IExecuteFunctions, itemIndex: number, store: Store) => Promise<OutputItem[]>
>;

/** A thing that the node manages, with what can be done with it. */
export type ManagerResource = Resource<ManagerOperation>;

/** Output items of JSON alone. */
export function jsonItems(values: readonly object[]): OutputItem[] {
	return values.map((value) => ({ json: value as IDataObject }));
}
