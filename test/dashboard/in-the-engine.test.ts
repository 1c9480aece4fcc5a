import { errorOf, jsonOf, outputOf, useManager } from '../nodes/follow-up-manager/manager.ts';
import { followUpAt } from '../support/scheduled.ts';
import { databases } from '../support/stores.ts';

const GET_PAGE = { resource: 'dashboard', operation: 'getPage' };
const APPLY = { resource: 'dashboard', operation: 'applyAction' };

/** What a Webhook node gives out. */
const received = (query: object, body: object = {}) => ({
	json: { query, body, headers: {}, params: {} } as never,
});

describe.each(databases)('the dashboard operations through the engine on $name', (kind) => {
	const manager = useManager(kind);

	test('Get Page makes a page for each item, in its language, paired with it', async () => {
		const items = [received({ view: 'log' }), received({ lang: 'es' })];
		const ran = await manager.run({ ...GET_PAGE, language: 'en', timeZone: 'America/Bogota' }, items);
		expect(errorOf(ran)).toBeUndefined();
		expect(outputOf(ran).map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		const [log, followUps] = jsonOf(ran).map(({ html }) => html as string);
		expect(log).toMatch(/<html lang="en">[^]*<title>Log/);
		expect(followUps).toMatch(/<html lang="es">[^]*\(America\/Bogota\)/);
	});

	test('Get Page takes the time zone of the workflow, and a query typed by hand', async () => {
		const ran = await manager.run({ ...GET_PAGE, query: '{ "view": "scheduled" }' });
		expect(jsonOf(ran)[0]?.html).toMatch(/<title>Scheduled/);
		expect(jsonOf(ran)[0]?.html).toMatch(/As of \d\d:\d\d \([\w/]+\)/);
	});

	test.each([
		[{ query: '{ view' }, /is not JSON/],
		[{ timeZone: 'Mars/Base' }, /"Mars\/Base" is not a known time zone/],
	])('Get Page with %j says what is wrong, and the other items go on', async (parameters, message) => {
		const items = [received({}), received({})];
		const stopped = await manager.run({ ...GET_PAGE, ...parameters }, items);
		expect(errorOf(stopped)?.message).toMatch(message);
		const ran = await manager.run({ ...GET_PAGE, ...parameters }, items, 'continueRegularOutput');
		expect(jsonOf(ran)).toMatchObject([{ error: expect.stringMatching(message) as string }, {}]);
		expect(outputOf(ran)[1]?.pairedItem).toEqual({ item: 1 });
	});

	test('a form of the page that Get Page made is applied; one that was not made here is refused', async () => {
		const one = await followUpAt(manager.store, 'scheduled');
		const page = await manager.run(GET_PAGE, [
			received({ view: 'scheduled', conversation: one.customer.key }),
		]);
		const form = formOf(jsonOf(page)[0]?.html as string, 'cancel');
		const items = [{ ...form, token: 'made up' }, form, form].map((body) => received({}, body));
		const ran = await manager.run(APPLY, items);
		expect(errorOf(ran)).toBeUndefined();
		expect(jsonOf(ran)).toMatchObject([
			{ accepted: false, statusCode: 403, refusal: 'forged' },
			{ accepted: true, statusCode: 303, notice: { kind: 'cancelled' } },
			{ accepted: true, statusCode: 303, notice: { kind: 'unchanged' } },
		]);
		expect(outputOf(ran).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(await one.now()).toMatchObject({ state: 'ended', reason: { code: 'cancelled_by_user' } });
	});
});

/** What a browser would post for the button of an action. */
function formOf(html: string, action: string): Record<string, string> {
	const form = html.split('<form').find((one) => one.includes(`value="${action}"`)) ?? '';
	const fields = [...form.matchAll(/name="(\w+)"\s+value="([^"]*)"/g)];
	return Object.fromEntries(fields.map(([, name = '', value = '']) => [name, unescape(value)]));
}

const unescape = (text: string) =>
	text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
