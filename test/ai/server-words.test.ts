import { serverWords } from '../../lib/index.ts';

test.each([
	[
		'[GoogleGenerativeAI Error]: Error fetching from http://127.0.0.1:1/v1beta/models/x:generateContent: [404 Not Found] models/x is not found',
		'models/x is not found',
	],
	[
		'[GoogleGenerativeAI Error]: Error fetching from http://127.0.0.1:1/v1beta/models/x: fetch failed',
		'fetch failed',
	],
	[
		'API error occurred: Status 400 Content-Type application/json\nBody: {"object":"error","message":"Invalid model: x","code":"1500"}',
		'Invalid model: x',
	],
	['API error occurred: Status 502\nBody: <html>', '<html>'],
	[
		'404 The model `x` does not exist\n\nTroubleshooting URL: https://docs.langchain.com/oss/javascript/langchain/errors/MODEL_NOT_FOUND/\n',
		'The model `x` does not exist',
	],
	["model 'x' not found", "model 'x' not found"],
	['429', '429'],
	['{"broken', '{"broken'],
])('%s', (message, words) => {
	expect(serverWords(message)).toBe(words);
});
