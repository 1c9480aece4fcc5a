import { FRAME } from '../frame.ts';
import type { Check } from './check.ts';
import { runsShared, wordsOf } from './word-runs.ts';

const RUN = 6;

/** Names that occur nowhere but in the question. */
const FIELD_NAMES =
	/\b(?:stopWhen|writeMessage|chooseTime|followUps|maxLength|sendAt|notBefore|olderMessagesLeftOut|voiceOfTheBusiness)\b/;

/** Whoever speaks of the customer, or of what is to be done, speaks to the model. */
const TO_THE_MODEL =
	/\b(?:customers?|clients?|clientes?|them|they|their|remind|tell|ask|offer|mention|explain|recuerda\p{L}*|dile\p{L}?|pregunta\p{L}*|ofrece\p{L}*|menciona\p{L}*|lembr[ae]\p{L}*|diga|pergunt[ae]\p{L}*|oferec[ae]\p{L}*)\b/u;

/** "The trial is free for 14 days" is there to be told, wherever it stands. */
const isFact = (run: string): boolean => /\d/.test(run) && !TO_THE_MODEL.test(run);

/** The rules the model works by, and what the business wrote for the model's eyes, are not for customers. */
export const internals: Check = ({ text, chatbot: { stopCondition, followUps }, definition }) => {
	const shared = runsShared(wordsOf(text), RUN, (run) => !isFact(run));
	const inside = [FRAME, stopCondition, ...followUps.map(({ description }) => description)];
	// The fixed text may say the same as the description; what may be said openly is no secret.
	const open = `${definition.message}\n${definition.messageInstructions}`;
	const told = inside.some((source) => shared(wordsOf(source)) > 0) && shared(wordsOf(open)) === 0;
	return told || FIELD_NAMES.test(text)
		? 'The message tells the customer about the instructions; write only what the business would say.'
		: undefined;
};
