import { isObject } from '../http.ts';
import { languageOf } from './text.ts';
import type { Language } from './types.ts';

/** Every text says that it is a test. */
const answers: Record<Language, (text: string) => string> = {
	es: (text) => `Leí tu mensaje: «${text}». Con gusto te ayudamos. (respuesta de prueba)`,
	en: (text) => `I read your message: "${text}". We are happy to help. (test answer)`,
	pt: (text) => `Li a sua mensagem: "${text}". Teremos prazer em ajudar. (resposta de teste)`,
};

/** A chat with a system message and no format asked for is an agent that answers customers. */
export function isAgent(body: Record<string, unknown>): boolean {
	const { messages } = body;
	if (body['response_format'] !== undefined || !Array.isArray(messages)) return false;
	return messages.some((message: unknown) => isObject(message) && message['role'] === 'system');
}

/** Repeats what the customer wrote, in their language. */
export function answerAsAgent(text: string): string {
	return answers[languageOf(text, 'es')](text);
}
