import { randomUUID } from 'node:crypto';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { sharedStore } from '../../lib/index.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { runWorkflow } from '../support/engine.ts';
import { manager } from './support/manager.ts';
import * as byHand from './table/expected.ts';
import { STORIES } from './table/stories.ts';
import { registerChatbots, tell, TIME_ZONE, when } from './table/tell.ts';

const CUSTOM: INodeParameters = {
	...{ period: 'custom', from: when('2 00:00').toISOString(), until: when('5 00:00').toISOString() },
	options: { timeZone: TIME_ZONE },
};

beforeAll(async () => {
	setClock(when('20 00:00'));
	const store = await sharedStore();
	await registerChatbots(store);
	for (const story of STORIES) await tell(store, story);
});
afterAll(releaseClock);

const one: INodeExecutionData[] = [{ json: {} }];
const get = async (parameters: INodeParameters, items = one, onError?: 'continueRegularOutput') =>
	await runWorkflow(manager('statistics', 'get', parameters, onError), { start: 'Start', items });

test('one item with everything, linked to the item it was asked with', async () => {
	const ran = await get(CUSTOM);
	expect(ran.error('Manager')?.message).toBeUndefined();
	expect(ran.json('Manager')).toMatchObject([{ total: byHand.TOTAL, byDay: byHand.DAYS }]);
	expect(ran.outputs('Manager')[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }]);
});

test.each([
	['byDay', 3],
	['byFollowUp', 3],
	['byChatbot', 2],
	['byHour', 24],
	['holdOut', 2],
])('grouped %s: an item each', async (groupBy, count) => {
	const ran = await get({ ...CUSTOM, groupBy });
	expect(ran.json('Manager')).toHaveLength(count);
	expect(new Set(ran.outputs('Manager')[0]?.map(({ pairedItem }) => JSON.stringify(pairedItem)))).toEqual(
		new Set(['{"item":0}']),
	);
});

test('several items ask for different things', async () => {
	const items = [{ json: { chatbot: 'other' } }, { json: { chatbot: randomUUID() } }];
	const ran = await get({ ...CUSTOM, filters: { chatbot: '={{ $json.chatbot }}' } }, items);
	expect(ran.json('Manager')).toMatchObject([{ total: byHand.OTHER }, { total: { planned: 0 } }]);
	expect(ran.outputs('Manager')[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
});

test('what makes no sense is said of its item, and the others are answered', async () => {
	const items = ['Mars/Olympus', TIME_ZONE].map((zone) => ({ json: { zone } }));
	const parameters = { ...CUSTOM, options: { timeZone: '={{ $json.zone }}' } };
	const ran = await get(parameters, items, 'continueRegularOutput');
	expect(ran.json('Manager')).toMatchObject([
		{ error: 'There is no time zone "Mars/Olympus"', message: expect.stringContaining('America/Bogota') },
		{ total: { planned: 39 } },
	]);
	expect(ran.outputs('Manager')[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	const stopped = await get(parameters, items);
	expect(stopped.error('Manager')?.message).toBe('There is no time zone "Mars/Olympus"');
});

test('a range that ends before it begins, or begins nowhere, is refused', async () => {
	const backwards = await get({ ...CUSTOM, until: when('1 00:00').toISOString() });
	expect(backwards.error('Manager')?.message).toMatch(/ends .* before it begins/);
	const nowhere = await get({ ...CUSTOM, from: '={{ $json.nothing ?? "" }}' });
	expect(nowhere.error('Manager')?.message).toBe('From is empty');
});

test('the last days are whole days of the time zone', async () => {
	const ran = await get({ period: '30', options: { timeZone: TIME_ZONE } });
	const [{ range, byDay } = {}] = ran.json('Manager');
	expect(range).toEqual({
		from: new Date('2026-10-22T05:00:00.000Z').toISOString(),
		to: new Date('2026-11-21T05:00:00.000Z').toISOString(),
		timeZone: TIME_ZONE,
	});
	expect(byDay).toHaveLength(30);
});
