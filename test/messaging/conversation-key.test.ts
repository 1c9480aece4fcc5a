import fc from 'fast-check';
import { CHANNELS, type Channel } from '../../lib/messaging/channel.ts';
import { conversationKey, parseConversationKey } from '../../lib/messaging/conversation-key.ts';

const text = fc.string({ minLength: 1 });
const address = fc.record({
	channel: fc.constantFrom<Channel>(...CHANNELS),
	account: text.filter((account) => !account.includes(':')),
	contact: text,
});

test('a key leads back to its conversation, also when the contact contains colons', () => {
	fc.assert(
		fc.property(address, (given) => expect(parseConversationKey(conversationKey(given))).toEqual(given)),
	);
});

test('different conversations have different keys', () => {
	fc.assert(
		fc.property(address, address, (one, other) => {
			const same =
				one.channel === other.channel && one.account === other.account && one.contact === other.contact;
			expect(conversationKey(one) === conversationKey(other)).toBe(same);
		}),
	);
});

test.each(['', 'whatsapp', 'whatsapp:1', 'whatsapp:1:', 'whatsapp::1', 'telegram:1:2', 'WhatsApp:1:2', '::'])(
	'%j is refused with what was found and the form that is allowed',
	(key) => {
		expect(() => parseConversationKey(key)).toThrow(`"${key}" is not a conversation key`);
		expect(() => parseConversationKey(key)).toThrow('channel:account:contact');
	},
);
