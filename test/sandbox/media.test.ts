import { useSandbox } from './world.ts';

const { world, customer, request, api } = useSandbox();
const KEY = { authorization: 'Bearer sandbox-model-key' };

async function transcribed(file: Blob, model = 'whisper-1') {
	const form = new FormData();
	form.set('model', model);
	form.set('file', file, 'voice.ogg');
	const response = await fetch(`${world.sandbox.url}/v1/audio/transcriptions`, {
		method: 'POST',
		headers: KEY,
		body: form,
	});
	return { status: response.status, body: await response.json() };
}

test('a voice note of WhatsApp has an ID, an address that wants the token, and its words in a comment', async () => {
	const ana = await customer();
	const { media } = await api('POST', `/customers/${ana.id}/events`, {
		kind: 'voice',
		text: 'Ya no me escriban',
		seconds: 3,
	});
	const { body } = await request('GET', `/graph/v27.0/${media}`);
	expect(body).toMatchObject({ id: media, mime_type: 'audio/ogg; codecs=opus' });
	expect((await fetch(body.url)).status).toBe(401);
	const file = await fetch(body.url, { headers: { authorization: 'Bearer sandbox-access-token' } });
	const answer = await transcribed(await file.blob());
	expect(answer).toMatchObject({
		status: 200,
		body: { text: 'Ya no me escriban', sandbox: expect.stringContaining('cannot listen') },
	});
});

test('a picture of Instagram stands at an address that needs no token and takes none', async () => {
	const ana = await customer({ channel: 'instagram' });
	const { media } = await api('POST', `/customers/${ana.id}/events`, { kind: 'picture', text: 'Un zapato' });
	const address = `${world.sandbox.url}/graph/cdn/${media}`;
	const file = await fetch(address);
	expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/png']);
	expect((await fetch(address, { headers: { authorization: 'Bearer x' } })).status).toBe(400);
	const url = `data:image/png;base64,${Buffer.from(await file.arrayBuffer()).toString('base64')}`;
	const content = [{ type: 'image_url', image_url: { url } }];
	const asked = { model: 'sandbox-rules-1', messages: [{ role: 'user', content }] };
	const answer = await fetch(`${world.sandbox.url}/v1/chat/completions`, {
		...{
			method: 'POST',
			headers: { ...KEY, 'content-type': 'application/json' },
			body: JSON.stringify(asked),
		},
	});
	expect(await answer.json()).toMatchObject({ choices: [{ message: { content: 'Un zapato' } }] });
});

test('a model that writes nothing down is refused as by OpenAI', async () => {
	expect((await transcribed(new Blob(['x']), 'gpt-x')).status).toBe(404);
	expect((await transcribed(new Blob(['x']))).body).toMatchObject({ text: '' });
});
