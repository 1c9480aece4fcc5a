import { guardMessage } from '../../lib/meta/send/guard.ts';
import { withGivenHistory, type Conversation } from '../../lib/messaging/conversation.ts';

const NOW = new Date('2026-11-30T12:00:00.000Z');
const AT = '2026-11-29T12:00:00.000Z';

function refusalTo(facts: Partial<Conversation>): string {
	const conversation = withGivenHistory({
		...{ key: 'whatsapp:1:ana', channel: 'whatsapp', account: '1', contact: { id: 'ana' } },
		...{ windowOpenedAt: AT, optedOutAt: AT },
		...facts,
	});
	try {
		guardMessage(conversation, { kind: 'text', text: 'Hello' }, NOW);
	} catch (error) {
		return (error as Error).message;
	}
	return '';
}

test.each<[string, Partial<Conversation>]>([
	['', { optedOutBy: 'customer' }],
	[', as noted by hand', { optedOutBy: 'business' }],
	[', as the AI understood it', { optedOutBy: 'model' }],
	[
		', as the AI understood it (Wants to be left alone)',
		{ optedOutBy: 'model', optedOutNote: 'Wants to be left alone' },
	],
])('a message to somebody who opted out is refused with since when and who says so%s', (by, facts) => {
	expect(refusalTo(facts)).toBe(`The customer asked for no more messages on ${AT}${by}`);
});
