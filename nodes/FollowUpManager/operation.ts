import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { Store } from '../../lib/index.ts';

/** An output item before the router notes from which input item it comes. */
export type OutputItem = Pick<INodeExecutionData, 'json' | 'binary'>;

/** One operation of the node: how the editor shows it, and beside it what it does with one input item. */
export interface ManagerOperation {
	value: string;
	name: string;
	/** As the node panel lists it, e.g. "Pause conversation". */
	action: string;
	description: string;
	/** Its fields; for which resource and operation they show is added by the resource. */
	properties: INodeProperties[];
	run(context: IExecuteFunctions, itemIndex: number, store: Store): Promise<OutputItem[]>;
}

/** A thing that the node manages, with what can be done with it. */
export interface ManagerResource {
	value: string;
	name: string;
	operations: ManagerOperation[];
	/** The operation that a new node starts with. */
	default: string;
}

/** Output items of JSON alone. */
export function jsonItems(values: readonly object[]): OutputItem[] {
	return values.map((value) => ({ json: value as IDataObject }));
}
