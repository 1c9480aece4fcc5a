import type { INodeParameters } from 'n8n-workflow';
import { sharedStore } from '../../lib/index.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { newId } from '../support/customer.ts';
import { dueItems } from '../support/due-trigger.ts';
import { runWorkflow } from '../support/engine.ts';
import { flow, reminder, rulesOnly } from '../support/flow.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';
import { wrote } from '../support/wrote.ts';

beforeEach(() => setClock(after(MINUTE)));
afterAll(releaseClock);

/** n8n refuses an empty required field before a run; what an expression gives is known only during it. */
const EMPTY = '={{ " ".trim() }}';

describe('settings that cannot be used', () => {
	const two = { values: [reminder(), reminder()] };
	test.each<[string, object, RegExp]>([
		[
			'a delay of zero',
			{ followUps: { values: [reminder({ delay: 0 })] } },
			/"Reminder": Delay .*greater than 0/,
		],
		[
			'no description',
			{ followUps: { values: [reminder({ description: EMPTY })] } },
			/"Reminder": Description/,
		],
		[
			'no text',
			{ followUps: { values: [reminder({ message: ' ' })] } },
			/"Reminder": Message Text is required/,
		],
		[
			'no platform',
			{ followUps: { values: [reminder({ platforms: [] })] } },
			/"Reminder": Platforms is empty/,
		],
		['no name', { followUps: { values: [reminder({ name: EMPTY })] } }, /Follow-up 1: Name is required/],
		[
			'a long name',
			{ followUps: { values: [reminder({ name: 'x'.repeat(101) })] } },
			/Name is too long: at most 100/,
		],
		['one name twice', { followUps: two }, /"Reminder": Name is used twice/],
		['no follow-up', { followUps: { values: [] } }, /Follow-Ups is empty/],
		['no stop condition', { stopCondition: EMPTY }, /Stop Condition is required/],
		[
			'an unknown time zone',
			{ settings: { timeZone: 'Mars/Base' } },
			/Time Zone is not a known time zone.*Mars\/Base/,
		],
		[
			'six active ones',
			{ followUps: { values: [1, 2, 3, 4, 5, 6].map((n) => reminder({ name: `${n}` })) } },
			/6 active follow-ups, and at most 5/,
		],
	])(
		'%s: named on the node with its field and follow-up, nothing is planned',
		async (_what, wrong, message) => {
			const chatbotId = newId('chatbot');
			const parameters = rulesOnly(chatbotId, wrong as INodeParameters);
			const items = [await wrote()];
			const ran = await runWorkflow(flow(parameters), { start: 'Start', items });
			expect(ran.status).toBe('error');
			expect(ran.error('Evaluate')?.message).toMatch(message);
			expect(ran.error('Evaluate')?.description).toContain('nothing was planned or sent');
			expect(await (await sharedStore()).list({ chatbot: chatbotId })).toEqual([]);
		},
	);

	test('a claimed follow-up is given back, and uses up no attempt', async () => {
		const chatbotId = newId('chatbot');
		await runWorkflow(flow(rulesOnly(chatbotId)), { start: 'Start', items: [await wrote()] });
		setClock(after(4 * HOUR));
		const due = await dueItems(chatbotId);
		const broken = flow(rulesOnly(chatbotId, { stopCondition: EMPTY }));
		const ran = await runWorkflow(broken, { start: 'Start', items: due });
		expect(ran.error('Evaluate')?.message).toContain('Stop Condition');
		const [back] = await (await sharedStore()).list({ chatbot: chatbotId });
		expect(back).toMatchObject({ state: 'scheduled', attempts: 0 });
		expect(Date.parse(back?.dueAt ?? '')).toBeGreaterThan(Date.now());
	});
});
