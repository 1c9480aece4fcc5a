import { parseWebhook } from '../../lib/index.ts';
import { FIXTURES } from '../fixtures/meta/index.ts';
import { hostTrigger, type HostedTrigger } from '../support/trigger-host.ts';

const EVERYTHING = ['echoes', 'messages', 'optOuts', 'other', 'reactions', 'reads', 'statuses', 'templates'];
const STATES = ['delivered', 'failed', 'played', 'read', 'sent'];

describe('every documented shape, signed and delivered over HTTP', () => {
	let trigger: HostedTrigger;
	beforeAll(async () => {
		trigger = await hostTrigger({ parameters: { events: EVERYTHING, statuses: STATES } });
	});
	afterAll(async () => await trigger?.close());

	test.each(FIXTURES)('$name is recorded and starts one execution, once', async ({ name, body }) => {
		// Fixtures share IDs; each gets conversations of its own, and Meta's escapes.
		const own = JSON.stringify(body)
			.replace(
				/"(id|mid)":"(wamid|m_|aWdf|wacid)/g,
				`"$1":"$2-${FIXTURES.findIndex((one) => one.name === name)}-`,
			)
			.replace(/17392309\d\d/g, String(1739230955 + FIXTURES.findIndex((one) => one.name === name)))
			.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
		const wanted = parseWebhook(JSON.parse(own)).events.filter(({ kind }) => kind !== 'history');
		const before = trigger.executions.length;

		expect((await trigger.deliver(own)).status).toBe(200);
		expect((await trigger.deliver(own)).status).toBe(200);

		const started = trigger.executions.slice(before);
		expect(started).toHaveLength(wanted.length > 0 ? 1 : 0);
		expect((started[0] ?? []).map(({ json }) => (json.event as { id: string }).id)).toEqual(
			wanted.map(({ id }) => id),
		);
		for (const { json } of started[0] ?? []) expect(json.event).not.toHaveProperty('raw');
	});
});
