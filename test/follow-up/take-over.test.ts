import { parseChatbot } from '../../lib/follow-up/parse-chatbot.ts';
import { preflight } from '../../lib/follow-up/preflight.ts';
import type { Content } from '../../lib/follow-up/types.ts';
import { withGivenHistory } from '../../lib/messaging/conversation.ts';
import { HOUR, START, after } from '../support/time.ts';

const TEXT: Content = { kind: 'text', text: 'Shall we?' };
const TEMPLATE: Content = { kind: 'template', template: { name: 'a', language: 'es', parameters: [] } };
const at = START.toISOString();

function gate(
	channel: 'whatsapp' | 'instagram' | 'messenger',
	content: Content,
	facts: object,
	hours: number,
) {
	const followUp = {
		...{ id: 'one', name: 'One', description: 'When silent', messageSource: 'fixed', message: 'Shall we?' },
		...{ templateName: 'a', templateLanguage: 'es' },
	};
	return preflight({
		chatbot: parseChatbot({
			...{ id: 'c', stopCondition: 'Sold', followUps: [followUp] },
			settings: { takeOverAfterHours: hours },
		}),
		...{ followUpId: 'one', anchor: { id: 'm', at }, content, now: after(8 * HOUR) },
		conversation: withGivenHistory({
			...{ key: `${channel}:1:2`, channel, account: '1', contact: { id: '2' } },
			...{ lastInboundAt: at, lastInboundId: 'm', windowOpenedAt: at, ownedByOtherSince: at },
			...facts,
		}),
	});
}

test.each(['whatsapp', 'instagram', 'messenger'] as const)(
	'on %s a thread of another app is left alone unless the setting says otherwise',
	(channel) => {
		expect(gate(channel, TEXT, {}, 0)).toMatchObject({ kind: 'end', reason: { code: 'owned_by_other_app' } });
		expect(gate(channel, TEXT, {}, 8)).toMatchObject({ kind: 'go', reason: { code: 'thread_taken_over' } });
		expect(gate(channel, TEXT, {}, 9)).toMatchObject({
			kind: 'wait',
			until: after(9 * HOUR),
			reason: { code: 'waiting_for_other_app' },
		});
		const answered = { lastOutboundAt: after(HOUR).toISOString(), lastOutboundBy: 'other_app' };
		expect(gate(channel, TEXT, answered, 8)).toMatchObject({ kind: 'end' });
	},
);

test('in a thread of ours nothing is taken over, and somebody has to have answered', () => {
	const ours = { ownedByOtherSince: undefined };
	expect(gate('whatsapp', TEXT, ours, 8)).toMatchObject({
		kind: 'wait',
		reason: { code: 'waiting_for_business' },
	});
	expect(gate('whatsapp', TEXT, { ...ours, lastOutboundAt: after(HOUR).toISOString() }, 8)).toEqual({
		kind: 'go',
		content: TEXT,
	});
});

test('a template says that it takes nothing', () => {
	const result = gate('whatsapp', TEMPLATE, { windowOpenedAt: after(-30 * HOUR).toISOString() }, 8);
	expect(result).toMatchObject({ kind: 'go', reason: { code: 'thread_taken_over' } });
	expect((result as { reason: { sentence: string } }).reason.sentence).toContain('still owns it');
});
