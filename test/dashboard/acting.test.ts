import { asNow } from '../../lib/store/database/now.ts';
import { applyDashboardAction, renderDashboard } from '../../lib/index.ts';
import type { ActionName } from '../../lib/dashboard/actions.ts';
import { signAction } from '../../lib/dashboard/token.ts';
import { ACCOUNT, newCustomer } from '../support/customer.ts';
import { DUE, followUpAt, toSend, type Prepared } from '../support/scheduled.ts';
import { databases, useStore } from '../support/stores.ts';
import { HOUR, MINUTE, START, after } from '../support/time.ts';

const SOON = after(5 * MINUTE);

describe.each(databases)('the dashboard on $name', (kind) => {
	const shared = useStore(kind);

	const press = async (action: ActionName | 'explode', target: string[], { at = SOON, back = '' } = {}) => {
		const token = signAction(await shared.store.pageSecret(), action, target, SOON);
		const form = { action, target: JSON.stringify(target), token, back };
		return await applyDashboardAction(shared.store, form, { lang: 'en', now: at });
	};
	const show = async (query: object, now = SOON) =>
		await renderDashboard(shared.store, { query, lang: 'en', timeZone: 'America/Bogota', now });
	const named = async (name: string): Promise<Prepared> => {
		const customer = newCustomer({
			contact: { id: `CO.${name.replace(/\W/g, '')}`, name, phone: `57300${name.length}` },
		});
		return await followUpAt(shared.store, 'scheduled', { customer });
	};
	const stateOf = async (one: Prepared) => {
		const { state, reason } = await one.now();
		return [state, reason.code];
	};

	test('its secret is made once', async () => {
		const secrets = await Promise.all([1, 2, 3].map(async () => await shared.store.pageSecret()));
		expect(new Set(secrets).size).toBe(1);
		expect(secrets[0]).toMatch(/^[\w-]{43}$/);
	});

	test('switches a follow-up off and on, and says what ended', async () => {
		const one = await named('Switch');
		const target = [one.chatbot, 'reminder'];
		const off = await press('deactivate', target);
		expect(off).toMatchObject({ accepted: true, statusCode: 303, notice: { kind: 'deactivated', count: 1 } });
		expect(await stateOf(one)).toEqual(['ended', 'definition_inactive']);
		expect((await press('activate', target)).notice).toEqual({ kind: 'activated', name: 'reminder' });
	});

	test('cancels and sends at once, and says for whom', async () => {
		const one = await named('Cancelled');
		expect((await press('sendNow', [one.id])).notice).toMatchObject({ kind: 'sentNow', name: 'Cancelled' });
		expect((await one.now()).dueAt).toBe(SOON.toISOString());
		expect((await press('cancel', [one.id])).notice).toMatchObject({ kind: 'cancelled', name: 'Cancelled' });
		expect(await stateOf(one)).toEqual(['ended', 'cancelled_by_user']);
	});

	test('counts what could not be brought to an end, lists it by its link, and sends it again', async () => {
		const { store } = shared;
		expect(await show({})).not.toContain('could not be brought to an end');
		const customer = newCustomer({ contact: { id: 'CO.Stuck', name: 'Stuck' } });
		const one = await followUpAt(store, 'claimed', { customer });
		await store.recordDecision(toSend(one.id), one.leaseToken, DUE);
		await store.noteRunEnd([{ id: one.id, leaseToken: one.leaseToken }], 'well', 0, DUE);
		const later = after(HOUR, DUE);
		await store.recoverLeases(later);
		const html = await show({}, later);
		expect(html).toContain('Follow-ups that could not be brought to an end: 1');
		expect(html).toContain('view=log&amp;deadLetters=only');
		const listed = await show({ view: 'log', deadLetters: 'only' }, later);
		expect(listed.match(/<li class="row log/g)).toHaveLength(1);
		expect(listed).toContain('Send again Reminder to Stuck');
		expect((await press('sendNow', [one.id], { at: later })).notice).toMatchObject({ kind: 'sentNow' });
		expect(await stateOf(one)).toEqual(['scheduled', 'due_now_by_user']);
		expect(await show({}, later)).not.toContain('could not be brought to an end');
	});

	test('says so when there was nothing to change any more', async () => {
		const one = await named('Late');
		await press('cancel', [one.id]);
		const again = await press('cancel', [one.id]);
		expect(again).toMatchObject({ statusCode: 303, notice: { kind: 'unchanged' } });
		expect((await press('pause', ['whatsapp:1:CO.404'])).notice).toMatchObject({ kind: 'unchanged' });
		expect((await press('resumeAccount', ['whatsapp', '404'])).notice).toMatchObject({ kind: 'unchanged' });
	});

	test('pauses and resumes a conversation and an account', async () => {
		const one = await named('Paused');
		const { key } = one.customer;
		expect((await press('pause', [key])).notice).toEqual({ kind: 'paused', name: 'Paused', count: 1 });
		expect(await show({ view: 'conversations', search: 'Paused' })).toMatch(/Resume follow-ups for Paused/);
		expect((await press('resume', [key])).notice).toEqual({ kind: 'resumed', name: 'Paused' });
		await shared.store.pauseAccount({ channel: 'whatsapp', account: '77' }, { reason: 'Blocked <b>' }, SOON);
		expect(await show({})).toMatch(/Sending is paused[^]*WhatsApp account 77[^]*Blocked &lt;b&gt;/);
		const { notice } = await press('resumeAccount', ['whatsapp', '77'], { at: after(6 * MINUTE) });
		expect(notice).toEqual({ kind: 'accountResumed', platform: 'whatsapp', account: '77' });
		expect(await show({}, after(7 * MINUTE))).not.toContain('Sending is paused');
	});

	test('releases an account from its app', async () => {
		const account = { channel: 'whatsapp' as const, account: '78' };
		const app = { proofs: ['secret:one'], appIds: ['1001'] };
		await shared.store.foreignAccounts([account], app, SOON);
		await shared.store.noteRefused([{ cause: 'other_app', ...account, count: 2 }], SOON);
		expect(await show({})).toMatch(/WhatsApp account 78 belongs to app 1001[^]*Release account/);
		const { notice } = await press('releaseAccount', ['whatsapp', '78']);
		expect(notice).toEqual({ kind: 'accountReleased', platform: 'whatsapp', account: '78' });
		expect((await press('releaseAccount', ['whatsapp', '78'])).notice).toMatchObject({ kind: 'unchanged' });
		expect(await show({})).not.toContain('Release account');
	});

	test('goes back to where the button was, with the news', async () => {
		const one = await named('Back');
		const back = '?lang=es&view=scheduled&search=Back&page=3&evil=https%3A%2F%2Felsewhere.example';
		const { location } = await press('cancel', [one.id], { back });
		expect(location).toMatch(/^\?lang=es&view=scheduled&search=Back&page=3&notice=[\w.-]+$/);
		const query = Object.fromEntries(new URLSearchParams(location));
		expect(await show(query)).toContain('Se canceló «Reminder» para Back.');
		expect(await show(query, after(HOUR))).not.toContain('Se canceló');
	});

	test.each([
		['explode', 'unknownAction', SOON],
		['cancel', 'expired', after(13 * HOUR)],
	] as const)('%s is refused as %s', async (action, refusal, at) => {
		const one = await named(`Refused ${refusal}`);
		expect(await press(action, [one.id], { at })).toMatchObject({
			accepted: false,
			statusCode: 403,
			refusal,
		});
		expect(await stateOf(one)).toEqual(['scheduled', 'planned']);
	});

	test.each([{}, null, 'text', { action: 'cancel' }, { action: 'cancel', target: '{', token: 7 }])(
		'a form like %j changes nothing',
		async (form) => {
			const answer = await applyDashboardAction(shared.store, form, { lang: 'es', now: SOON });
			expect(answer).toMatchObject({ accepted: false, statusCode: 403 });
			expect(answer.html).toContain('No se cambió nada');
		},
	);

	test('lists what is scheduled by customer, colour and platform, and tells what became of it', async () => {
		const one = await named('Marcela <i>Ríos</i>');
		const row = async (query: object) =>
			(await show({ view: 'scheduled', search: 'Marcela', ...query })).match(/class="row /g);
		expect(await row({})).toHaveLength(1);
		expect(
			await row({ colour: 'blue', platform: 'whatsapp', chatbot: one.chatbot, followUp: 'reminder' }),
		).toHaveLength(1);
		expect(await row({ colour: 'red' })).toBeNull();
		expect(await row({ platform: 'messenger' })).toBeNull();
		// A page beyond the last one shows the last one.
		expect(await row({ page: '9' })).toHaveLength(1);
		const narrowed = await show({ view: 'scheduled', search: 'Marcela', colour: 'red' });
		expect(narrowed).toContain('Nothing matches these filters.');
		await press('cancel', [one.id]);
		const log = await show({ view: 'log', conversation: one.customer.key });
		expect(log).toMatch(/Marcela &lt;i&gt;Ríos&lt;\/i&gt;[^]*It was cancelled by hand/);
		const details = await show({ view: 'followUp', chatbot: one.chatbot, followUp: 'reminder' });
		expect(details).toMatch(/When an appointment is not confirmed[^]*When the customer confirms/);
	});

	test('shows the window of a conversation as it is at that moment', async () => {
		await named('Window');
		const query = { view: 'conversations', search: 'Window' };
		expect(await show(query)).toMatch(/Window open[^]*class="countdown"/);
		expect(await show(query, asNow(new Date(START.getTime() + 25 * HOUR)))).toContain('Window closed');
	});

	test('a chatbot, a follow-up or a conversation that is gone is no error', async () => {
		for (const query of [
			{ view: 'scheduled', chatbot: 'gone' },
			{ view: 'followUp', chatbot: 'gone', followUp: 'gone' },
			{ view: 'log', conversation: `whatsapp:${ACCOUNT}:CO.gone` },
			{ view: 'statistics', chatbot: 'gone', days: '7' },
		])
			expect(await show(query, DUE)).toMatch(/<\/main>/);
	});

	test('an unknown time zone is named', async () => {
		const page = renderDashboard(shared.store, { query: {}, lang: 'en', timeZone: 'Mars/Base', now: SOON });
		await expect(page).rejects.toThrow('"Mars/Base" is not a known time zone');
	});
});
