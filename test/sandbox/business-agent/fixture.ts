import { number, useSandbox } from '../world.ts';

export const phone = '+573001112233';

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;
type Change = { field: string; value: Json };

/** A sandbox in which Meta Business Agent answers at once, and what tests of it need. */
export function useAgent() {
	const sandbox = useSandbox();
	const { world, api, state, graph } = sandbox;
	beforeEach(() =>
		api('PUT', '/settings', {
			agentDelayMs: 10,
			standbyForm: 'nested',
			handoverForm: 'meta',
			takeOverAfterHours: null,
		}),
	);
	const changes = (): Change[] =>
		world.receiver.received.flatMap((webhook) =>
			webhook.body.entry.flatMap((entry: Json) => entry.changes ?? []),
		);
	return {
		...sandbox,
		/** Everything that came, change by change. */
		changes,
		fields: () => changes().map(({ field }) => field),
		/** Turns the agent on or off. */
		turn: (id: string, on: boolean, more: object = {}) =>
			api('PUT', `/customers/${id}/agent`, { on, wait: true, ...more }),
		conversation: async () => (await state()).conversations[0],
		/** The first webhook of this field that has these words. */
		next: (field: string, has: string) =>
			world.receiver.next(({ raw }) => raw.includes(`"field":"${field}"`) && raw.includes(has)),
		control: (body: object) =>
			graph('POST', `/${number}/thread_control`, { messaging_product: 'whatsapp', ...body }),
	};
}
