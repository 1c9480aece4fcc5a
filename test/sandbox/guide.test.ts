import { useSandbox } from './world.ts';

const { world, api } = useSandbox();
const now = () => new Date().toISOString();
const guide = {
	title: 'Reminder',
	about: '### How\nIt **works**.',
	steps: [{ title: 'Write', write: { who: 'customer', text: 'Hi' }, until: 'in' }],
	links: [{ label: 'Editor', url: 'http://127.0.0.1:5678/workflow/1', hint: 'login' }],
	speed: 60,
};

test('a guide and what happens inside are kept and told to the pages', async () => {
	expect(await api('PUT', '/guide', guide)).toEqual(guide);
	const entries = [
		{ kind: 'in', at: now(), who: 'Ana', text: 'Hi' },
		{ kind: 'planned', at: now(), who: 'Ana', followUp: 'Reminder', until: now() },
	];
	await api('POST', '/feed', { entries });
	const state = await api('GET', '/guide');
	expect(state).toEqual({ guide, entries: entries.map((entry) => expect.objectContaining(entry)) });
	const ids = state.entries.map(({ id }: { id: number }) => id);
	expect(new Set(ids).size).toBe(2);
});

test.each([
	[
		'an address that would run as a script',
		{ ...guide, links: [{ label: 'x', url: 'javascript:alert(1)' }] },
	],
	['a step without a title', { ...guide, steps: [{ text: 'x' }] }],
	['a speed that stands still', { ...guide, speed: 0 }],
	['a field nobody knows', { ...guide, html: '<b>' }],
])('%s is refused', async (_what, wrong) => {
	await expect(api('PUT', '/guide', wrong)).rejects.toThrow();
	await expect(api('POST', '/feed', { entries: [{ kind: 'other', at: now() }] })).rejects.toThrow('kind');
});

test('the wish to put the clock forward is added up and taken once', async () => {
	await api('POST', '/advance', { ms: 3_600_000 });
	await api('POST', '/advance', { ms: 1 });
	expect(await api('POST', '/advance/take', {})).toEqual({ ms: 3_600_001 });
	expect(await api('POST', '/advance/take', {})).toEqual({ ms: 0 });
	for (const ms of [-1, 0, 0.5, '1', 1e15])
		await expect(api('POST', '/advance', { ms })).rejects.toThrow('ms');
});

test('the pages are told the sandbox’s time', async () => {
	const response = await fetch(`${world.sandbox.url}/api/events`);
	const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
	let text = '';
	while (!text.includes('event: heartbeat')) text += (await reader?.read())?.value ?? '';
	await reader?.cancel();
	expect(text).toMatch(/event: hello\ndata: {"now":"\d{4}-/);
});
