import type { EventHandover } from '../../lib/messaging/messaging-event.ts';
import { isOursAfter } from '../../lib/messaging/thread-owner.ts';

const OWN = ['111'];

test.each<[string, EventHandover, boolean]>([
	['Meta tells of a pass whoever got the thread', { action: 'pass' }, true],
	['and of a take whoever lost it', { action: 'take' }, false],
	['the app that has it now is ours', { action: 'take', newOwner: '111' }, true],
	['the app that has it now is another', { action: 'pass', newOwner: '222' }, false],
	[
		'the agent gives it to the business',
		{ action: 'pass', previousRole: 'ai_agent', newRole: 'escalation' },
		true,
	],
	['a partner names only the owner before', { action: 'pass', previousRole: 'meta_business_agent' }, true],
	[
		'the agent takes it from the business',
		{ action: 'take', previousRole: 'escalation', newRole: 'ai_agent' },
		false,
	],
	[
		'a partner names Meta’s agent as the new owner',
		{ action: 'take', newRole: 'meta_business_agent' },
		false,
	],
	[
		'we took it from the agent, as some samples tell',
		{ action: 'take', previousRole: 'ai_agent', newRole: 'escalation' },
		true,
	],
	[
		'another partner takes it from us',
		{ action: 'take', previousRole: 'escalation', newRole: 'customer_service' },
		false,
	],
	['whoever got it is the agent, whatever is told', { action: 'pass', newRole: 'ai_agent' }, false],
])('%s', (_what, handover, isOurs) => {
	expect(isOursAfter(handover, OWN)).toBe(isOurs);
});

test('without the IDs of our own apps an ID says nothing', () => {
	expect(isOursAfter({ action: 'pass', newOwner: '111' }, [])).toBe(true);
	expect(isOursAfter({ action: 'take', newOwner: '111' }, [])).toBe(false);
});
