import type { INode, INodeParameters } from 'n8n-workflow';
import { runWorkflow } from '../support/engine.ts';
import { rulesOnly } from '../support/flow.ts';
import { PACKAGE } from '../support/node-types.ts';

/** Nothing listens there. */
const AWAY = { host: '127.0.0.1', port: 1, database: 'none', user: 'nobody', password: 'x', tls: 'off' };
/** n8n puts its own words in the place of a message that names a refused connection. */
const SAYS = /follow-up store|refused the connection/i;
const SEND = { resource: 'message' };
const ITEMS = [1, 2].map((n) => ({ json: { conversation: { key: `whatsapp:1:${n}` } } }));

interface Action {
	type: string;
	parameters: INodeParameters;
	/** At which output errors come out, and how many there are. */
	place: { output: number; of: number };
}

const ACTIONS: Record<string, Action> = {
	'Follow-Up Manager': {
		...{ type: 'followUpManager', place: { output: 0, of: 1 } },
		parameters: { resource: 'conversation', operation: 'markConverted' },
	},
	'Send Text': {
		...{ type: 'metaMessaging', place: { output: 0, of: 1 } },
		parameters: { ...SEND, operation: 'sendText', text: 'Hi' },
	},
	'Send Follow-Up': {
		...{ type: 'metaMessaging', place: { output: 1, of: 2 } },
		parameters: { ...SEND, operation: 'sendFollowUp' },
	},
	'Follow-Up Schedule': { type: 'followUpSchedule', parameters: {}, place: { output: 0, of: 1 } },
	'Follow-Up Evaluate': {
		...{ type: 'followUpEvaluate', place: { output: 2, of: 4 } },
		parameters: rulesOnly('away'),
	},
};

async function run({ type, parameters }: Action, onError?: INode['onError']) {
	const node = (name: string, kind: string, more: Partial<INode> = {}): INode => ({
		...{ id: name, name, type: `${PACKAGE}.${kind}`, typeVersion: 1, position: [0, 0], parameters: {} },
		...more,
	});
	const all = { ...parameters, store: 'postgres' };
	const nodes = [
		node('Start', 'metaMessagingTrigger'),
		node('Action', type, { parameters: all, ...(onError && { onError }) }),
	];
	const connections = { Start: { main: [[{ node: 'Action', type: 'main' as const, index: 0 }]] } };
	const credentials = { followUpStorePostgresApi: AWAY, metaMessagingApi: {} };
	return await runWorkflow({ nodes, connections }, { start: 'Start', items: ITEMS, credentials });
}

describe.each(Object.entries(ACTIONS))('%s with a store that cannot be opened', (_name, action) => {
	const errors = ITEMS.map((_item, item) => ({
		json: { error: expect.stringMatching(SAYS) as string },
		pairedItem: { item },
	}));

	test('On Error: Continue gives one error item for each input, never the input itself', async () => {
		const ran = await run(action, 'continueRegularOutput');
		const { output, of } = action.place;
		expect(ran.outputs('Action').slice(0, of)).toMatchObject(
			Array.from({ length: of }, (_output, place) => (place === output ? errors : [])),
		);
		expect(ran.outputs('Action').flat()).toHaveLength(2);
	});

	test('On Error: Continue (using error output) gives them out there', async () => {
		const ran = await run(action, 'continueErrorOutput');
		const { of } = action.place;
		const outputs = ran.outputs('Action');
		expect(outputs[of]).toHaveLength(2);
		expect(outputs[of]).toMatchObject(errors.map(({ json }) => ({ json })));
		expect(outputs.slice(0, of).flat()).toEqual([]);
	});

	test('without it the run stops with the error', async () => {
		const ran = await run(action);
		expect(ran.status).toBe('error');
		expect(ran.error('Action')?.message).toMatch(SAYS);
	});
});
