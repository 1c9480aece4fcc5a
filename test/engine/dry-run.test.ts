import { releaseClock, setClock } from '../support/clock';
import { newId } from '../support/customer';
import { dueItems } from '../support/due-trigger';
import { runWorkflow } from '../support/engine';
import { flow, rulesOnly } from '../support/flow';
import { HOUR, MINUTE, after } from '../support/time';
import { wrote } from '../support/wrote';

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
