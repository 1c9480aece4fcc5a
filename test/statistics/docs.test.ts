import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPastConversation, simulate, type SimulatedConversation } from '../../lib/index.ts';

const FENCED_JSON = /```json\n([\s\S]*?)```/;

test.each(['statistics.md', 'statistics.es.md'])(
	'the conversation shown in docs/%s can be played',
	async (page) => {
		const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', page), 'utf8');
		const shown: unknown = JSON.parse(FENCED_JSON.exec(text)?.[1] ?? '');
		const played: SimulatedConversation[] = [];
		for await (const one of simulate([readPastConversation(shown, 0)], {})) played.push(one);
		expect(played).toMatchObject([
			{
				conversation: { key: 'whatsapp:simulation:573001112233' },
				followUps: [{ outcome: 'send', at: '2026-11-24T18:57:00.000Z', needsModel: true }],
			},
		]);
	},
);
