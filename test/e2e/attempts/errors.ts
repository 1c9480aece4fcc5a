import { check, type Check } from '../../../harness/smoke/checks.ts';
import type { Fixture } from './fixture.ts';
import { ACTIONS, ON_ERROR } from './workflows.ts';

interface Ran {
	data?: { main: ({ json: { error?: string } }[] | null)[] };
}

/** Every action node with a store that cannot be opened: two items in, two errors out, where errors belong. */
export async function errorsStayErrors(fixture: Fixture): Promise<Check> {
	const rest = await fixture.n8n.login();
	const parts = [];
	for (const [action, { errorsAt, outputs }] of Object.entries(ACTIONS))
		for (const onError of ON_ERROR) {
			const workflowId = `${action}-${onError}`;
			const item = { conversation: { key: 'messenger:400000000000001:1' } };
			await fixture.call(workflowId, { items: [item, item] });
			const run = fixture.n8n.executions().findLast((one) => one.workflowId === workflowId);
			const out = outputsOf(await (await rest(`/rest/executions/${run?.id}`)).json());
			const place = onError === 'continueErrorOutput' ? outputs : errorsAt;
			const found = out.map((items) => items.map((error) => (error ? 'error' : 'item')).join('+') || '–');
			const ok = out.every((items, at) =>
				at === place ? items.length === 2 && items.every(Boolean) : items.length === 0,
			);
			parts.push({ ok: ok && out.length > 0, found: `${workflowId}: ${found.join(' | ')}` });
		}
	return check('with On Error: Continue, a store that cannot be opened is an error for each item', parts);
}

/** What the node gave out at each output: the error of each item, if it is one. */
function outputsOf(answer: unknown): (string | undefined)[][] {
	const { data } = answer as { data: { data: string } };
	const run = unflatten(data.data) as {
		resultData: { runData: Record<string, Ran[]> };
	};
	const main = run.resultData.runData.Action?.at(-1)?.data?.main ?? [];
	return main.map((items) => (items ?? []).map(({ json }) => json.error));
}

/** n8n keeps executions as a list in which every value stands once and is named by its place (the "flatted" form). */
function unflatten(text: string): unknown {
	const values = JSON.parse(text) as unknown[];
	const read = (value: unknown): unknown => {
		if (typeof value === 'string') return at(Number(value));
		return value;
	};
	const known = new Map<number, unknown>();
	const at = (place: number): unknown => {
		if (known.has(place)) return known.get(place);
		const value = values[place];
		if (Array.isArray(value)) {
			const list: unknown[] = [];
			known.set(place, list);
			list.push(...value.map(read));
			return list;
		}
		if (value !== null && typeof value === 'object') {
			const made: Record<string, unknown> = {};
			known.set(place, made);
			for (const [name, one] of Object.entries(value)) made[name] = read(one);
			return made;
		}
		return value;
	};
	return at(0);
}
