import type { IDataObject } from 'n8n-workflow';
import type { Delivery } from './deliver.ts';

/** What an operation does with one item; it gives the JSON of the output item. */
export type MessageOperation = (delivery: Delivery) => Promise<IDataObject>;
