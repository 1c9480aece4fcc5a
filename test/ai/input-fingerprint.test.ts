import { parseChatbot, type FollowUpDefinition, type TranscriptMessage } from '../../lib/index.ts';
import { inputFingerprintOf } from '../../lib/ai/input-fingerprint.ts';
import { MINUTE, after } from '../support/time.ts';

const chatbot = parseChatbot({
	...{ id: 'shop', stopCondition: 'When they buy' },
	followUps: [{ name: 'Ask', delay: 4, delayUnit: 'hours', description: 'When they went silent' }],
});
const message = (minute: number, text: string, more: Partial<TranscriptMessage> = {}): TranscriptMessage => ({
	...{ id: `m${minute}`, at: after(minute * MINUTE).toISOString(), from: 'customer', type: 'text', text },
	...more,
});
const said = [message(1, 'How much is it?'), message(3, 'I want it')];
const of = (transcript: TranscriptMessage[]) =>
	inputFingerprintOf(chatbot, chatbot.followUps[0] as FollowUpDefinition, transcript);

describe('a model is asked again when what it read is not what stands there any more', () => {
	test.each<[string, TranscriptMessage[]]>([
		['a message was edited', [said[0] as TranscriptMessage, message(3, 'I bought it elsewhere')]],
		['an older one was edited', [message(1, 'My card ends in 4111'), said[1] as TranscriptMessage]],
		[
			'one was taken back',
			[message(1, '', { type: 'deleted', text: undefined }), said[1] as TranscriptMessage],
		],
		[
			'an older one was told late',
			[said[0] as TranscriptMessage, message(2, 'Already bought'), said[1] as TranscriptMessage],
		],
		['another came', [...said, message(4, 'Hello?')]],
	])('%s', (_what, transcript) => {
		expect(of(transcript)).not.toBe(of(said));
	});

	test('but not for a follow-up that went out meanwhile', () => {
		expect(of([...said, message(5, 'Still there?', { from: 'business', by: 'follow_up' })])).toBe(of(said));
	});
});
