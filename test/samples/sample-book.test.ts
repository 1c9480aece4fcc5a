import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { keepSamples, parseWebhook } from '../../lib/index.ts';
import { temporaryFolder } from '../../harness/shared/temporary-folder.ts';
import { waitUntil } from '../../harness/shared/wait-until.ts';
import { whatsAppMessage } from '../support/webhook-body.ts';

const AT = new Date('2026-12-01T12:00:00Z');
const told = (text: string, type = 'text') =>
	JSON.parse(
		JSON.stringify(whatsAppMessage('573001234567', text, AT)).replace('"type":"text"', `"type":"${type}"`),
	);

const setUp = (of: 'all' | 'surprising', folder = join(temporaryFolder('samples'), 'kept')) => {
	const logged: string[] = [];
	const samples = keepSamples(of, folder, (line) => logged.push(line));
	const show = (json: object, bytes = 500) => samples.show(json, bytes, parseWebhook(json));
	const files = () => readdirSync(folder);
	const until = async (count: number) =>
		await waitUntil({
			...{ what: `${count} samples`, seconds: 10, everyMs: 5 },
			probe: () => {
				try {
					return files().length >= count ? true : undefined;
				} catch {
					return undefined;
				}
			},
		});
	return { show, files, folder, logged, until };
};

test('one of each form is kept, anonymised, for its owner alone', async () => {
	const { show, files, folder, until } = setUp('all');
	show(told('I am Eva Ruiz'));
	show(told('Good bye'));
	show(told('x', 'sticker'));
	await until(2);
	const texts = files().map((name) => readFileSync(join(folder, name), 'utf8'));
	expect(texts).toHaveLength(2);
	expect(texts.join()).not.toMatch(/Eva|573001234567/);
	for (const name of files()) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
});

test('of what was not understood only, where that is wished', async () => {
	const { show, files, until } = setUp('surprising');
	show(told('Hello'));
	show(told('x', 'hologram'));
	show({ object: 'whatsapp_business_account', entry: 'none' });
	await until(2);
	expect(files()).toHaveLength(2);
});

test('what is too large to be looked at is left out', async () => {
	const { show, files, until } = setUp('all');
	show(told('Hello'), 300 * 1024);
	show(told('x', 'sticker'));
	await until(1);
	expect(files()).toHaveLength(1);
});

test('a folder that cannot be written is told of once, and nothing else happens', async () => {
	const folder = join(temporaryFolder('samples'), 'a-file', 'below');
	mkdirSync(join(folder, '..', '..'), { recursive: true });
	writeFileSync(join(folder, '..'), '');
	const { show, logged } = setUp('all', folder);
	show(told('Hello'));
	await waitUntil({ what: 'the line', seconds: 10, everyMs: 5, probe: () => logged[0] });
	show(told('x', 'sticker'));
	expect(logged).toEqual([expect.stringContaining(`Samples of deliveries cannot be kept in ${folder}`)]);
});
