import { all, openAiError, type Behaviour } from './behaviour.ts';

/** A server refuses every question: the run ends with an error, nothing is lost, and all go once it is mended. */
export const SETTINGS: Behaviour[] = (
	[
		[
			'any server',
			401,
			openAiError('Incorrect API key provided', 'invalid_api_key'),
			'refused the key (HTTP 401)',
		],
		[
			'any server',
			403,
			openAiError('This key may not use the model'),
			'refused the key (HTTP 403: This key may not use the model)',
		],
		[
			'Google Gemini',
			400,
			[
				{
					error: {
						code: 400,
						message: 'API key not valid. Please pass a valid API key.',
						status: 'INVALID_ARGUMENT',
					},
				},
			],
			'refused the key (HTTP 400)',
		],
		[
			'xAI',
			400,
			{ code: 'Client specified an invalid argument', error: 'Incorrect API key provided: xa***ey.' },
			'refused the key (HTTP 400)',
		],
		['OpenRouter', 402, { error: { code: 402, message: 'Insufficient credits' } }, 'no balance left'],
		['OpenAI', 429, openAiError('You exceeded your current quota', 'insufficient_quota'), 'no balance left'],
		[
			'Ollama',
			404,
			openAiError('model "none" not found, try pulling it first', null, 'not_found_error'),
			'does not know the model',
		],
		['DeepSeek', 400, openAiError('Model Not Exist'), 'does not know the model'],
		['OpenRouter', 200, { error: { code: 401, message: 'User not found.' } }, 'refused the key (HTTP 401)'],
		[
			'OpenAI (reasoning models)',
			400,
			openAiError("Unsupported value: 'temperature' does not support 0 with this model."),
			"'temperature' does not support 0",
		],
		['another web server', 200, '<html>Welcome</html>', 'not an OpenAI-compatible server'],
		['another web server', 405, '<html>Method Not Allowed</html>', 'HTTP 405'],
	] satisfies [string, number, unknown, string][]
).map(([server, status, body, error]) => ({
	...{ server, status, body, error },
	headers: {
		'retry-after': '0',
		'content-type': typeof body === 'string' ? 'text/html' : 'application/json',
	},
	...{ to: all, outcome: 'stops' },
}));
