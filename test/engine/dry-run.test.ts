import { releaseClock, setClock } from '../support/clock.ts';
import { newId } from '../support/customer.ts';
import { dueItems } from '../support/due-trigger.ts';
import { runWorkflow } from '../support/engine.ts';
import { flow, rulesOnly } from '../support/flow.ts';
import { HOUR, MINUTE, after } from '../support/time.ts';
import { wrote } from '../support/wrote.ts';

afterAll(releaseClock);

test('a dry run sends nothing and shows the text that would have gone', async () => {
	setClock(after(MINUTE));
	const id = newId('chatbot');
	const json = flow(rulesOnly(id, { settings: { dryRun: true } }));
	await runWorkflow(json, { start: 'Start', items: [await wrote()] });
	setClock(after(4 * HOUR));
	const ran = await runWorkflow(json, { start: 'Start', items: await dueItems(id) });
	expect(ran.ran('Send')).toBe(false);
	expect(ran.json('Evaluate', 2)).toMatchObject([
		{ decision: { action: 'skip', code: 'dry_run' }, content: { kind: 'text', text: 'Shall we?' } },
	]);
});
