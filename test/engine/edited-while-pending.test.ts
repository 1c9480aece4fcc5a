import type { INodeParameters } from 'n8n-workflow';
import { sharedStore } from '../../lib/index.ts';
import { releaseClock, setClock } from '../support/clock.ts';
import { newId } from '../support/customer.ts';
import { dueItems } from '../support/due-trigger.ts';
import { runWorkflow } from '../support/engine.ts';
import { flow, reminder, rulesOnly } from '../support/flow.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';
import { wrote } from '../support/wrote.ts';

afterAll(releaseClock);

const template = (name: string) => ({ template: { __rl: true, mode: 'id', value: `${name}:es:utility` } });

/** A follow-up is planned as it was, then edited in the node, then due: what comes out of Evaluate. */
async function edited(before: INodeParameters, edit: INodeParameters[], dueIn = 4 * HOUR) {
	const id = newId('chatbot');
	const as = (followUps: INodeParameters[]) => flow(rulesOnly(id, { followUps: { values: followUps } }));
	setClock(after(MINUTE));
	await runWorkflow(as([reminder(before)]), { start: 'Start', items: [await wrote()] });
	const [planned] = await (await sharedStore()).list({ chatbot: id });
	setClock(after(dueIn));
	const ran = await runWorkflow(as(edit), { start: 'Start', items: await dueItems(id) });
	return { planned, sent: ran.json('Evaluate', 1), ended: ran.json('Evaluate', 2) };
}

test('text: what is pending goes out with the new one', async () => {
	const { sent } = await edited({}, [reminder({ message: 'Still interested?' })]);
	expect(sent).toMatchObject([{ content: { text: 'Still interested?' } }]);
});

test('delay: what is pending keeps its time', async () => {
	const { planned, sent } = await edited({}, [reminder({ delay: 9 })]);
	expect(planned?.dueAt).toBe(after(4 * HOUR).toISOString());
	expect(sent).toHaveLength(1);
});

test('name: what is pending goes out', async () => {
	const { sent } = await edited({}, [reminder({ name: 'Corrected' })]);
	expect(sent).toMatchObject([{ content: { text: 'Shall we?' } }]);
});

test('switched off: what is pending ends when it is due', async () => {
	const { sent, ended } = await edited({}, [
		reminder({ active: false }),
		reminder({ name: 'Other', delay: 9 }),
	]);
	expect(sent).toEqual([]);
	expect(ended).toMatchObject([{ decision: { code: 'definition_inactive' } }]);
});

test('deleted: what is pending ends when it is due', async () => {
	const { sent, ended } = await edited({}, [
		reminder({ name: 'Other', description: 'Else', message: 'Else' }),
	]);
	expect(sent).toEqual([]);
	expect(ended).toMatchObject([{ decision: { code: 'definition_inactive' } }]);
});

test('template: what is pending goes out with the new one', async () => {
	const late = (name: string) => reminder({ ...template(name), delay: 30 });
	const { sent } = await edited(late('reminder'), [late('reminder_2')], 30 * HOUR);
	expect(sent).toMatchObject([{ content: { template: { name: 'reminder_2' } } }]);
});
