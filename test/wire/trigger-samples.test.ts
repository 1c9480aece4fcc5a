import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntil } from '../../harness/shared/wait-until.ts';
import { samplesFolder } from '../../lib/index.ts';
import { publishTrigger } from '../support/published-trigger.ts';
import { hostTrigger, type HostedTrigger } from '../support/trigger-host.ts';
import { APP_SECRET, deliver, sign, whatsAppMessage } from '../support/webhook-body.ts';

const AT = new Date();
const files = () => (existsSync(samplesFolder()) ? readdirSync(samplesFolder()) : []);
const bodyOf = (type: string) =>
	JSON.stringify(whatsAppMessage('573009998877', 'I am Eva Ruiz', AT)).replace(
		'"type":"text"',
		`"type":"${type}"`,
	);

async function until(type: string): Promise<string> {
	return await waitUntil({
		...{ what: `a sample of ${type}`, seconds: 10, everyMs: 10 },
		probe: () =>
			files()
				.map((name) => readFileSync(join(samplesFolder(), name), 'utf8'))
				.find((text) => text.includes(`"type": "${type}"`)),
	});
}

describe("through n8n's webhook", () => {
	let trigger: HostedTrigger;
	beforeAll(async () => {
		trigger = await hostTrigger({
			parameters: { 'settings.samples': 'surprising' },
			credential: { appSecrets: APP_SECRET },
		});
	});
	afterAll(async () => await trigger?.close());

	test('Keep Samples: of what was not understood, anonymised, and of genuine deliveries only', async () => {
		const post = async (type: string, secret = APP_SECRET) => {
			const body = bodyOf(type);
			return (await trigger.deliver(body, { 'x-hub-signature-256': sign(body, secret) })).status;
		};
		expect(await post('forged', 'a guess')).toBe(401);
		expect(await post('text')).toBe(200);
		expect(await post('hologram')).toBe(200);
		const sample = await until('hologram');
		expect(sample).not.toMatch(/573009998877|Eva|Ruiz/);
		expect(files()).toHaveLength(1);
	});
});

test('Keep Samples holds for a port of its own, too', async () => {
	const trigger = await publishTrigger({ parameters: { settings: { samples: 'all' } } });
	expect((await deliver(trigger.url, bodyOf('sticker'))).status).toBe(200);
	expect(await until('sticker')).not.toContain('573009998877');
	await trigger.close();
});
