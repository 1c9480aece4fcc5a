import type { INodeExecutionData } from 'n8n-workflow';
import { sharedStore, type Conversation } from '../../lib/index.ts';
import { newCustomer, type Customer } from './customer.ts';
import { eventItem } from './flow.ts';
import { MINUTE, after } from './time.ts';

/** A customer whose message was taken in, and the item of it. */
export async function wrote(customer: Customer = newCustomer()): Promise<INodeExecutionData> {
	const now = after(MINUTE);
	const asked = customer.writes();
	const store = await sharedStore();
	await store.ingest([asked, customer.isAnswered('Which day?', after(MINUTE))], now);
	return eventItem(asked, (await store.conversation(customer.key)) as Conversation, now);
}
