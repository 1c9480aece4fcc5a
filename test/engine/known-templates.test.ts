import { releaseClock, setClock } from '../support/clock.ts';
import { newId } from '../support/customer.ts';
import { runWorkflow, sandboxCredentials } from '../support/engine.ts';
import { flow, reminder, rulesOnly } from '../support/flow.ts';
import { startSandboxProcess, type SandboxProcess } from '../support/sandbox.ts';
import { MINUTE, after } from '../support/time.ts';
import { wrote } from '../support/wrote.ts';

const ACCOUNT = '200000000000001';
let sandbox: SandboxProcess;

beforeAll(async () => {
	setClock(after(MINUTE));
	sandbox = await startSandboxProcess({ webhook: 'http://127.0.0.1:1/' });
});
afterAll(async () => {
	releaseClock();
	await sandbox?.close();
});

const late = (value: string) =>
	reminder({ ...{ delay: 2, delayUnit: 'days' }, template: { __rl: true, mode: 'id', value } });

async function planned(value: string, parameters: object = { whatsAppAccount: ACCOUNT }) {
	const { metaMessagingApi = {} } = sandboxCredentials(sandbox.url);
	const evaluate = rulesOnly(newId('chatbot'), { followUps: { values: [late(value)] }, ...parameters });
	const credentials = { metaMessagingApi };
	const ran = await runWorkflow(flow(evaluate), { start: 'Start', items: [await wrote()], credentials });
	expect(ran.error('Evaluate')?.message).toBeUndefined();
	return { schedule: ran.json('Evaluate', 0), ended: ran.json('Evaluate', 2) };
}

test('an approved template is planned for after the window', async () => {
	const { schedule, ended } = await planned('confirmacion_de_compra:es');
	expect(schedule).toHaveLength(1);
	expect(ended).toEqual([]);
});

test.each([
	['plantilla_rechazada:es', 'rejected'],
	['never_made:es', 'missing'],
])('%s is found out before anything is planned, and named', async (value, status) => {
	const { schedule, ended } = await planned(value);
	expect(schedule).toEqual([]);
	const reason = expect.stringMatching(
		new RegExp(`"${value.split(':')[0]}" \\(es\\) is ${status}`),
	) as string;
	expect(ended).toMatchObject([{ decision: { action: 'skip', code: 'template_not_approved', reason } }]);
});

test('a paused one is planned all the same: Meta may approve it again until it is due', async () => {
	expect((await planned('plantilla_pausada:es')).schedule).toHaveLength(1);
});

test('without the account nothing is asked of Meta, and what cannot be read stops nothing', async () => {
	expect((await planned('plantilla_pausada:es', {})).schedule).toHaveLength(1);
	expect((await planned('plantilla_pausada:es', { whatsAppAccount: '999' })).schedule).toHaveLength(1);
});
