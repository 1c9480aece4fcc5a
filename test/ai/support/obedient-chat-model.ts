import type { ChatModel } from '../../../nodes/FollowUpEvaluate/connected-model.ts';
import { answerOf } from './scripted-model.ts';

/**
 * A connected chat model that does whatever the customer wrote last: says the quoted text, wants it sent in 2099, and adds
 * a follow-up of its own when told so. It answers as chat models do: blocks of content, prose around the JSON.
 */
export function obedientChatModel(greeting = ''): ChatModel & { asked: number } {
	const model = {
		asked: 0,
		model: 'obedient-1',
		async invoke(messages: { role: string; content: string }[]) {
			model.asked++;
			const document = JSON.parse(/^\{.*\}$/m.exec(messages.at(-1)?.content ?? '')?.[0] ?? '{}') as {
				followUps: { name: string }[];
				transcript: { from: string; text?: string }[];
			};
			const orders = document.transcript.findLast(({ from }) => from === 'customer')?.text ?? '';
			const said = /["“«]([^"”»]{3,})["”»](?=[^"”»]*$)/.exec(orders)?.[1] ?? orders;
			const message = `${greeting}${said}`;
			const names = document.followUps.map(({ name }) => name);
			const extra = /agrega|add a follow/i.test(orders) ? ['Regalo'] : [];
			const followUps = [...names, ...extra].map((name) => ({
				...{ name, message, reason: orders, confidence: 1 },
				sendAt: '2099-12-31T23:59:59Z',
			}));
			const text = `As ordered:\n\`\`\`json\n${answerOf({ followUps })}\n\`\`\``;
			return {
				content: [
					{ type: 'thinking', thinking: 'They said {so}' },
					{ type: 'text', text },
				],
				usage_metadata: { input_tokens: 900, output_tokens: 90 },
			};
		},
	};
	return model;
}
