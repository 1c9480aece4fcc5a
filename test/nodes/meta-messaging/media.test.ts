import { send, useFixture } from './fixture.ts';

const fixture = useFixture();

/** A file that a customer of the sandbox has sent, as the trigger's item names it. */
async function sent(channel: string, kind: 'voice' | 'picture', text: string, more: object = {}) {
	const person = await fixture.sandbox.api('POST', '/customers', { name: 'Ana', channel });
	const { media } = await fixture.sandbox.api('POST', `/customers/${person.id}/events`, {
		kind,
		text,
		...more,
	});
	const file = channel === 'whatsapp' ? { id: media } : { url: `${fixture.sandbox.url}/graph/cdn/${media}` };
	return [{ json: { event: { message: { file } } } }];
}

test.each(['whatsapp', 'messenger'])('Transcribe writes down a voice note of %s', async (channel) => {
	const items = await sent(channel, 'voice', 'Mañana a las diez', { seconds: 4 });
	const ran = await send(fixture, { resource: 'message', operation: 'transcribe' }, items);
	expect(ran.error('Send')?.message).toBeUndefined();
	expect(ran.json('Send')[0]).toMatchObject({
		transcription: { text: 'Mañana a las diez', model: 'whisper-1', seconds: expect.closeTo(4, 1) },
	});
});

test('Get Media puts the file into the item', async () => {
	const items = await sent('whatsapp', 'picture', 'Un zapato');
	const ran = await send(fixture, { resource: 'message', operation: 'getMedia' }, items);
	expect(ran.error('Send')?.message).toBeUndefined();
	expect(ran.outputs('Send')[0]?.[0]).toMatchObject({
		...{ json: { mimeType: 'image/png' }, binary: { data: { mimeType: 'image/png', fileExtension: 'png' } } },
	});
});

test('what cannot be had says why and what to do, and the others go on', async () => {
	const [gone] = await sent('whatsapp', 'voice', 'Hola', { expired: true });
	const [heard] = await sent('whatsapp', 'voice', 'Hola');
	if (!gone || !heard) throw new Error('The sandbox sent nothing');
	const parameters = { resource: 'message', operation: 'transcribe' };
	const failed = await send(fixture, parameters, [gone]);
	expect(failed.error('Send')).toMatchObject({
		message: expect.stringContaining('Meta no longer has the file'),
		description: expect.stringContaining('7 days'),
	});
	const ran = await send(fixture, parameters, [gone, heard], 'continueRegularOutput');
	expect(ran.json('Send')).toMatchObject([
		{ error: expect.any(String) },
		{ transcription: { text: 'Hola' } },
	]);
});
