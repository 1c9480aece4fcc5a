import type { Reply, Vendor } from './vendor.ts';

// https://ai.google.dev/api/generate-content and /gemini-api/docs/troubleshooting, read on 2026-11-30.
const MODEL = 'gemini-2.5-flash';
const about = {
	usageMetadata: {
		...{ promptTokenCount: 926, candidatesTokenCount: 98, totalTokenCount: 1024 },
		promptTokensDetails: [{ modality: 'TEXT', tokenCount: 926 }],
	},
	...{ modelVersion: MODEL, responseId: 'mN8bacq7M5TQz7IPp7HsqAM' },
};
const rating = (category: string, probability: string) => ({ category, probability });
const RATINGS = [
	rating('HARM_CATEGORY_HARASSMENT', 'HIGH'),
	rating('HARM_CATEGORY_DANGEROUS_CONTENT', 'NEGLIGIBLE'),
];

const ok = (body: object): Reply => ({ status: 200, body: { ...body, ...about } });
const fault = (code: number, status: string, message: string, details?: object[]): Reply => ({
	status: code,
	body: { error: { code, message, status, ...(details ? { details } : {}) } },
});

interface Contents {
	parts: { text: string }[];
}

export const google: Vendor = {
	...{ id: 'chatModelGoogle', name: 'Google Gemini' },
	node: {
		...{ type: '@n8n/n8n-nodes-langchain.lmChatGoogleGemini', typeVersion: 1 },
		parameters: { modelName: `models/${MODEL}`, options: {} },
	},
	credential: (url) => ({ type: 'googlePalmApi', data: { host: url, apiKey: 'google-key-of-the-test' } }),
	asked: ({ contents, systemInstruction }) =>
		[systemInstruction as Contents | undefined, ...(contents as Contents[])]
			.flatMap((one) => one?.parts ?? [])
			.map(({ text }) => text)
			.join('\n'),
	says(text, { path }, ended = 'whole') {
		if (!path.endsWith(':generateContent')) return { status: 501, body: 'n8n asks for the whole answer' };
		// Where thinking has used up all tokens, the answer has no parts.
		const content = { ...(text === '' ? {} : { parts: [{ text }] }), role: 'model' };
		const finishReason = ended === 'cut' ? 'MAX_TOKENS' : 'STOP';
		return ok({ candidates: [{ content, finishReason, index: 0 }] });
	},
	instead: {
		// What was written is not given out, nor is there an empty content in its place.
		refused: () => ok({ candidates: [{ finishReason: 'SAFETY', index: 0, safetyRatings: RATINGS }] }),
		stopped: () => ok({ promptFeedback: { blockReason: 'PROHIBITED_CONTENT' } }),
		busy: () => fault(429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).'),
		broken: () => fault(500, 'INTERNAL', 'An internal error has occurred. Please retry.'),
	},
	refuses: {
		key: fault(400, 'INVALID_ARGUMENT', 'API key not valid. Please pass a valid API key.', [
			{
				...{ '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason: 'API_KEY_INVALID' },
				...{ domain: 'googleapis.com', metadata: { service: 'generativelanguage.googleapis.com' } },
			},
		]),
		model: fault(
			...([404, 'NOT_FOUND'] as const),
			`models/${MODEL} is not found for API version v1beta, or is not supported for generateContent.`,
		),
	},
};
