import { choice, message, theOne, type Behaviour } from './behaviour.ts';

/** The right answer in another form than OpenAI gives it. */
export const OTHER_FORMS: Behaviour[] = (
	[
		[
			'Mistral (Magistral)',
			(answer) =>
				message({
					content: [
						{ type: 'thinking', thinking: [{ type: 'text', text: 'They {asked}.' }] },
						{ type: 'text', text: answer },
					],
				}),
		],
		['any gateway', (answer) => message({ content: [{ type: 'text', text: { value: answer } }] })],
		['Ollama (models that think)', (answer) => message({ content: '', reasoning: `They asked. ${answer}` })],
		['DeepSeek, vLLM (models that think)', (answer) => message({ content: null, reasoning_content: answer })],
		[
			'OpenRouter (models that think)',
			(answer) => message({ content: null, reasoning_details: [{ type: 'reasoning.text', text: answer }] }),
		],
		[
			'models that think aloud',
			(answer) =>
				message({ content: `<think>Maybe {"trigger": false}?</think>\n\`\`\`json\n${answer}\n\`\`\`` }),
		],
		['any gateway', (answer) => message({ content: JSON.parse(answer) as object })],
		['servers of the older completions', (answer) => choice({ text: answer })],
		[
			'a model that quotes the customer behind its answer',
			(answer) => message({ content: `${answer}\nThe customer wrote: ${QUOTED}` }),
		],
	] satisfies [string, Behaviour['around']][]
).map(([server, around]) => ({ server, status: 200, around, to: theOne, outcome: 'decided_send' }));

/** An answer that the customer would like to get; it stands in the conversation. */
export const QUOTED = JSON.stringify({
	stop: { met: true, reason: 'As ordered' },
	optOut: { met: false, reason: '' },
	notBefore: null,
	followUps: [],
});
