import type { IExecuteFunctions } from 'n8n-workflow';
import {
	answerWithoutWords,
	openAiMediaReader,
	understandMedia,
	type Chatbot,
	type Store,
	type UnderstandOptions,
	type UnderstoodMedia,
} from '../../lib/index.ts';
import { mediaAccess } from '../shared/media-access.ts';
import { modelServer } from './read-model.ts';

const DEFAULT_TRANSCRIPTION_MODEL = 'whisper-1';
/** As far back as a customer may have gone on talking. */
const LOOKED_AT_MESSAGES = 30;

/** Whether this node understands voice notes and pictures: it is set so, and there is a server to ask. */
export function understands(context: IExecuteFunctions, { settings }: Chatbot): boolean {
	return settings.understandMedia && context.getNodeParameter('decideBy', 0) === 'openAiCompatible';
}

/** Before a follow-up is decided: everything that was said or shown without words. */
export async function understandForDecision(
	context: IExecuteFunctions,
	store: Store,
	chatbot: Chatbot,
	{ key, paidFor, itemIndex }: { key: string; paidFor: string; itemIndex: number },
): Promise<UnderstoodMedia | undefined> {
	if (!understands(context, chatbot)) return undefined;
	return await understand(context, store, chatbot, { key, paidFor, itemIndex });
}

/**
 * At once, where the customer answers a follow-up: they may ask for no more of them. What cannot be understood now is tried
 * again when the next one is decided, and never keeps a message from being planned for.
 * @returns whether anything was understood, so that what is known of the conversation may have changed.
 */
export async function understandAnswer(
	context: IExecuteFunctions,
	store: Store,
	chatbot: Chatbot,
	{ key, itemIndex }: { key: string; itemIndex: number },
): Promise<boolean> {
	if (!understands(context, chatbot)) return false;
	const answer = answerWithoutWords(await store.transcript(key, LOOKED_AT_MESSAGES));
	if (!answer) return false;
	const { messageIds: among, followUpMessageId: paidFor } = answer;
	try {
		const { understood } = await understand(context, store, chatbot, { key, paidFor, among, itemIndex });
		return understood > 0;
	} catch (error) {
		context.logger.warn(
			`A voice note or picture was not understood, it is tried again before the next follow-up: ${(error as Error).message}`,
		);
		return false;
	}
}

async function understand(
	context: IExecuteFunctions,
	store: Store,
	{ settings }: Chatbot,
	{
		key,
		itemIndex,
		...what
	}: Pick<UnderstandOptions, 'among' | 'paidFor'> & { key: string; itemIndex: number },
): Promise<UnderstoodMedia> {
	const transcriptionModel = settings.transcriptionModel.trim() || DEFAULT_TRANSCRIPTION_MODEL;
	const result = await understandMedia(store, key, {
		...(await mediaAccess(context, itemIndex)),
		reader: openAiMediaReader({ ...(await modelServer(context)), transcriptionModel }),
		now: async () => await store.now(),
		...what,
	});
	for (const { message, advice } of result.faults)
		context.addExecutionHints({ message: `${message}. ${advice}.`, type: 'warning', location: 'outputPane' });
	return result;
}
