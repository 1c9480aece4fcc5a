import type { INode, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { asNow } from '../../../lib/store/database/now.ts';
import { sharedStore, type ScheduledFollowUp, type Store } from '../../../lib/index.ts';
import { parseChatbot } from '../../../lib/follow-up/parse-chatbot.ts';
import { postgresOptions } from '../../../nodes/shared/store-for.ts';
import { newCustomer, newId, type Customer } from '../../support/customer.ts';
import { runWorkflow, type Ran } from '../../support/engine.ts';
import { PACKAGE } from '../../support/node-types.ts';
import type { databases, TestDatabase } from '../../support/stores.ts';
import { HOUR, MINUTE } from '../../support/time.ts';
import { NODE_VERSION } from '../../../nodes/shared/node-version.ts';

/** The store of the nodes on one of the databases, and a way to run Follow-Up Manager on it. */
export interface Manager {
	store: Store;
	/** Runs one operation on these items. */
	run(parameters: INodeParameters, items?: INodeExecutionData[], onError?: INode['onError']): Promise<Ran>;
}

const SETUP_LIMIT_MS = 60_000;
const NODE = 'Manager';

/** Follow-Up Manager on a database, shared by the tests of one file. */
export function useManager(kind: (typeof databases)[number]): Manager {
	const shared = {} as Manager;
	let database: TestDatabase | undefined;
	beforeAll(async () => {
		database = await kind.create();
		const credential = credentialOf(database);
		shared.store = await sharedStore(credential && postgresOptions(credential));
		shared.run = async (parameters, items = [{ json: {} }], onError) =>
			await run({ ...parameters, store: credential ? 'postgres' : 'embedded' }, items, onError, credential);
	}, SETUP_LIMIT_MS);
	afterAll(async () => {
		if (database?.options.kind === 'postgres') await shared.store?.close();
		await database?.remove();
	});
	return shared;
}

/** The embedded store of the nodes is found by the environment; a server by its credential. */
function credentialOf({ options }: TestDatabase) {
	if (options.kind === 'sqlite') return undefined;
	const { hostname, port, pathname, username } = new URL(options.connectionString);
	return { host: hostname, port: Number(port), database: pathname.slice(1), user: username, tls: 'off' };
}

async function run(
	parameters: INodeParameters,
	items: INodeExecutionData[],
	onError: INode['onError'] | undefined,
	credential: ReturnType<typeof credentialOf>,
): Promise<Ran> {
	const node = (name: string, type: string, more: Partial<INode> = {}): INode => ({
		...{
			id: name,
			name,
			type: `${PACKAGE}.${type}`,
			typeVersion: NODE_VERSION,
			position: [0, 0],
			parameters: {},
		},
		...more,
	});
	const nodes = [
		node('Start', 'metaMessagingTrigger'),
		node(NODE, 'followUpManager', { parameters, ...(onError && { onError }) }),
	];
	const connections = { Start: { main: [[{ node: NODE, type: 'main' as const, index: 0 }]] } };
	return await runWorkflow(
		{ nodes, connections },
		{
			start: 'Start',
			items,
			...(credential ? { credentials: { followUpStorePostgresApi: credential } } : {}),
		},
	);
}

/** What the node gave out, without what the engine adds. */
export const outputOf = (ran: Ran) => ran.outputs(NODE)[0] ?? [];
export const jsonOf = (ran: Ran) => ran.json(NODE);
export const errorOf = (ran: Ran) => ran.error(NODE);

export interface Scheduled {
	customer: Customer;
	chatbot: string;
	id: string;
	/** The item by which the next node knows it. */
	item: INodeExecutionData;
	now(): Promise<ScheduledFollowUp>;
}

/** The moment from which the stories tell; operations go by the real clock. */
export const BEGIN = new Date(Date.now() - 10 * MINUTE);

/** A customer who wrote ten minutes ago, with a follow-up in four hours. */
export async function scheduled(
	store: Store,
	{ name = 'Ana', chatbot = newId('chatbot') } = {},
): Promise<Scheduled> {
	const customer = newCustomer({ contact: { id: newId('CO'), name } });
	const asked = customer.writes('I would like an appointment', BEGIN);
	await store.ingest(
		[asked, customer.isAnswered('Which day?', new Date(BEGIN.getTime() + MINUTE))],
		asNow(new Date()),
	);
	await store.registerChatbot(
		parseChatbot({
			...{ id: chatbot, stopCondition: 'When the customer confirms' },
			followUps: [
				{
					id: 'reminder',
					name: 'Reminder',
					colour: 'blue',
					description: 'Not confirmed',
					messageSource: 'fixed',
					message: 'Shall we?',
				},
				{
					id: 'offer',
					name: 'Offer',
					colour: 'green',
					description: 'Still thinking',
					platforms: ['whatsapp'],
				},
			],
		}),
		asNow(new Date(BEGIN.getTime() - HOUR)),
	);
	const dueAt = new Date(BEGIN.getTime() + 4 * HOUR).toISOString();
	const planned = {
		...{ conversation: customer.key, chatbot, anchor: { id: asked.id, at: asked.at } },
		...{ followUpId: 'reminder', name: 'Reminder', colour: 'blue' },
		...{ requestedAt: dueAt, allowedAt: dueAt, dueAt, reasons: [] },
	};
	const { scheduled: rows } = await store.schedule([planned], asNow(new Date()));
	const { id } = rows[0] as ScheduledFollowUp;
	return {
		...{ customer, chatbot, id },
		item: { json: { conversation: { key: customer.key }, followUp: { scheduledId: id }, chatbot } },
		now: async () => (await store.get(id)) as ScheduledFollowUp,
	};
}
