import type { INode } from 'n8n-workflow';
import { customerOf, item, send, useFixture } from './fixture.ts';

const fixture = useFixture();
const RETRY: Partial<INode> = { retryOnFail: true, maxTries: 3, waitBetweenTries: 1 };
const TEXT = { resource: 'message', operation: 'sendText', text: 'Shall we?' };

afterEach(async () => await fixture.sandbox.api('DELETE', '/faults'));

async function people(count: number) {
	const all = [];
	for (let n = 0; n < count; n++) all.push(await customerOf(fixture));
	return all;
}

async function received(id: string): Promise<number> {
	const { messages } = await fixture.sandbox.api('GET', '/state');
	return messages.filter((one: { customer: string; via: string }) => one.customer === id && one.via === 'api')
		.length;
}

const refuse = async (customer: string, count: number) =>
	await fixture.sandbox.api('POST', '/faults', {
		...{ target: 'send', count, customer, status: 400, code: 131026 },
	});

test('Retry On Fail: who got the message gets no copy, who was refused gets it the next time', async () => {
	const all = await people(3);
	const [, , last] = all;
	await refuse(last?.id ?? '', 1);
	const ran = await send(
		fixture,
		TEXT,
		all.map(({ key }) => item(key)),
		undefined,
		RETRY,
	);
	expect(ran.error('Send')).toBeUndefined();
	expect(ran.json('Send').map(({ result }) => (result as { alreadySent?: boolean }).alreadySent)).toEqual([
		...[true, true, undefined],
	]);
	expect(ran.json('Send')[0]).toMatchObject({
		...{ conversation: { key: all[0]?.key }, message: { type: 'text', text: 'Shall we?' } },
		...{ result: { code: 'accepted' }, cost: { category: 'service' } },
	});
	for (const { id } of all) expect(await received(id)).toBe(1);
});

test('Retry On Fail: a lost answer stays unknown and is not sent again', async () => {
	const [one] = await people(1);
	await fixture.sandbox.api('POST', '/faults', {
		...{ target: 'send', count: 1, customer: one?.id, reset: true, afterAccept: true },
	});
	const ran = await send(fixture, TEXT, [item(one?.key ?? '')], undefined, RETRY);
	expect(ran.error('Send')).toMatchObject({
		message: expect.stringContaining('the answer was lost') as string,
		description: expect.stringContaining('It was not sent again') as string,
	});
	expect(await received(one?.id ?? '')).toBe(1);
});

test('media and buttons go once as well', async () => {
	const kinds = [
		{ operation: 'sendMedia', mediaType: 'image', fileFrom: 'link', link: 'https://example.com/a.png' },
		{ operation: 'sendButtons', text: 'Which day?', buttons: { values: [{ title: 'Monday', id: 'mon' }] } },
	];
	for (const kind of kinds) {
		const all = await people(2);
		await refuse(all[1]?.id ?? '', 1);
		const parameters = { resource: 'message', ...kind };
		const ran = await send(
			fixture,
			parameters,
			all.map(({ key }) => item(key)),
			undefined,
			RETRY,
		);
		expect(ran.error('Send')?.message).toBeUndefined();
		for (const { id } of all) expect(await received(id)).toBe(1);
	}
});

test('another execution sends again: only a repetition is one', async () => {
	const [one] = await people(1);
	for (let run = 0; run < 2; run++) await send(fixture, TEXT, [item(one?.key ?? '')]);
	expect(await received(one?.id ?? '')).toBe(2);
});
