import { openAiError, type Asked, type Behaviour } from './behaviour.ts';

const schemas = ({ format }: Asked) => format === 'json_schema';
const anyFormat = ({ format }: Asked) => format !== 'text';
const system = ({ hasSystemMessage }: Asked) => hasSystemMessage;
const AT_ONCE = { 'retry-after': '0' };

/** A server does not know JSON schemas, JSON mode or system messages: whatever is asked of it so. */
export const FORMATS: Behaviour[] = (
	[
		[
			'OpenAI (older models)',
			schemas,
			400,
			openAiError(
				"Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model.",
			),
		],
		[
			'vLLM with xgrammar',
			schemas,
			400,
			{
				object: 'error',
				message: 'The provided JSON schema contains features not supported by xgrammar.',
				type: 'BadRequestError',
				code: 400,
			},
		],
		['DeepSeek', schemas, 400, openAiError('This response_format type is unavailable now')],
		[
			'FastAPI',
			schemas,
			422,
			{
				detail: [
					{
						loc: ['body', 'response_format', 'type'],
						msg: "Input should be 'text' or 'json_object'",
						input: 'json_schema',
					},
				],
			},
		],
		[
			'OpenRouter',
			schemas,
			404,
			{ error: { code: 404, message: 'No endpoints found that can handle the requested parameters.' } },
		],
		[
			'OpenRouter',
			schemas,
			200,
			{
				error: {
					code: 400,
					message: 'Provider returned error',
					metadata: { raw: 'json_schema is not supported' },
				},
			},
		],
		['llama.cpp', schemas, 500, openAiError('failed to parse grammar', 500, 'server_error')],
		['any server', schemas, 501, ''],
		['any server', schemas, 400, ''],
		['any server', schemas, 422, openAiError('Unprocessable')],
		['any server', schemas, 500, 'Internal Server Error'],
		['Anthropic', anyFormat, 400, openAiError('Extra inputs are not permitted')],
		['any server', anyFormat, 400, openAiError("Unknown parameter: 'response_format'.")],
		['any server', anyFormat, 500, ''],
		['vLLM (Gemma)', system, 400, { object: 'error', message: 'System role not supported', code: 400 }],
		[
			'llama.cpp (Mistral)',
			system,
			500,
			openAiError('Jinja Exception: Conversation roles must alternate user/assistant/user/assistant/...'),
		],
		[
			'Google (Gemma)',
			system,
			400,
			[
				{
					error: {
						code: 400,
						message: 'Developer instruction is not enabled for models/gemma-3-27b-it',
						status: 'INVALID_ARGUMENT',
					},
				},
			],
		],
		[
			'OpenAI (o1-mini)',
			system,
			400,
			openAiError(
				"Unsupported value: 'messages[0].role' does not support 'system' with this model.",
				'unsupported_value',
			),
		],
		['any server', system, 400, { detail: 'Bad Request' }],
	] satisfies [string, Behaviour['to'], number, unknown][]
).map(([server, to, status, body]) => ({
	server,
	status,
	headers: AT_ONCE,
	body,
	to,
	outcome: 'decided_send',
}));
