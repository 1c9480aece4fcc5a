import type { Chatbot } from '../follow-up/definition.ts';
import type { ModelUse } from '../follow-up/types.ts';
import type { Conversation, TranscriptMessage } from '../messaging/conversation.ts';
import { isOver, readAnswer, type ModelDecision } from './answer.ts';
import { objectionTo, type CheckName } from './checks/index.ts';
import {
	ModelAnswerError,
	ModelUnavailableError,
	type DecisionModel,
	type ModelRequest,
	type Tokens,
	type UselessAnswer,
} from './decision-model.ts';
import { PROMPT_VERSION } from './frame.ts';
import type { Candidate } from './prompt.ts';
import { quotableObjects } from './quoted-json.ts';

export interface Asked {
	/** Left out when no usable answer came, also when asked again. */
	answer?: ModelDecision;
	/** What is wrong with the last answer. */
	complaint?: string;
	/** In which way the model gave no answer, if it gave none. */
	useless?: UselessAnswer;
	/** The words of a server that would not have the question. */
	serverSaid?: string;
	/** Set when the service could not be reached and there is no answer to go by. */
	unavailable?: ModelUnavailableError;
	/** Follow-ups whose text may not be sent, with the check that objects. */
	unusableTexts: Map<string, CheckName>;
	/** Every objection to a text, also those that were mended. */
	objections: Map<string, CheckName[]>;
	use: ModelUse;
}

export interface AskedAbout {
	chatbot: Chatbot;
	conversation: Conversation;
	transcript: TranscriptMessage[];
	candidates: Candidate[];
	now: Date;
}

/** Once more with the complaint, never a third time: a model that fails twice on this conversation fails again. */
const ATTEMPTS = 2;

/** What the same question at once would get again. */
const STAYS_SO = new Set<UselessAnswer>(['refused', 'too_long', 'not_accepted']);

/** An answer longer than this, or one that breaks off, is not shown to the model once more: it is asked for a shorter one. */
const REPEATED_CHARACTERS = 20_000;

/** Asks the model and checks what comes back; one repair attempt. Only ModelConfigurationError is thrown. */
export async function ask(model: DecisionModel, request: ModelRequest, about: AskedAbout): Promise<Asked> {
	const asked: Asked = {
		unusableTexts: new Map(),
		objections: new Map(),
		use: { model: model.name, promptVersion: PROMPT_VERSION, calls: 0 },
	};
	let repair: ModelRequest['repair'];
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		try {
			asked.use.calls = (asked.use.calls ?? 0) + 1;
			const reply = await model.answer({ ...request, ...(repair ? { repair } : {}) });
			spend(asked.use, reply);
			const complaint = take(asked, reply.text, about);
			if (complaint === undefined) return asked;
			const isRepeated = reply.text.length <= REPEATED_CHARACTERS && asked.useless !== 'cut_off';
			repair = { ...(isRepeated ? { answer: reply.text } : {}), complaint };
		} catch (error) {
			if (error instanceof ModelUnavailableError) {
				// What the first answer decided stands; only the texts it got wrong do not go.
				if (!asked.answer) asked.unavailable = error;
				return asked;
			}
			if (!(error instanceof ModelAnswerError)) throw error;
			spend(asked.use, error.spent);
			asked.complaint = error.message;
			if (!asked.answer) asked.useless = error.kind;
			asked.serverSaid = error.serverSaid;
			if (STAYS_SO.has(error.kind)) return asked;
			repair = { complaint: `${error.message}.` };
		}
	}
	return asked;
}

/** Takes an answer over as far as it can be used; returns what to complain about. */
function take(asked: Asked, text: string, about: AskedAbout): string | undefined {
	const upcoming = new Set(namesOf(about.candidates.filter(({ dueAt }) => dueAt)));
	const names = namesOf(about.candidates);
	const read = readAnswer(
		text,
		names,
		names.filter((name) => !upcoming.has(name)),
		quotableObjects(about.transcript),
	);
	asked.useless = 'complaint' in read && read.isCutOff && !asked.answer ? 'cut_off' : undefined;
	if ('complaint' in read) return (asked.complaint = read.complaint);
	asked.answer = read;
	asked.unusableTexts.clear();
	const complaints = isOver(read) ? [] : textComplaints(read, about);
	for (const { name, check } of complaints) {
		asked.unusableTexts.set(name, check);
		asked.objections.set(name, [...(asked.objections.get(name) ?? []), check]);
	}
	// What is not due yet is not worth a second call: it is asked about again when it is.
	const urgent = complaints.filter(({ name }) => !upcoming.has(name));
	asked.complaint = urgent.map(({ name, complaint }) => `${name}: ${complaint}`).join(' ') || undefined;
	return asked.complaint;
}

const namesOf = (candidates: Candidate[]): string[] => candidates.map(({ definition }) => definition.name);

function textComplaints(answer: ModelDecision, { candidates, conversation, ...facts }: AskedAbout) {
	const besides: string[] = [];
	return candidates.flatMap(({ definition, writeMessage, dueAt }) => {
		const own = answer.followUps.find(({ name }) => name === definition.name);
		if (!writeMessage || !own?.trigger) return [];
		const { channel, contact } = conversation;
		const objection = objectionTo({
			...facts,
			text: own.message,
			...{ channel, contact, definition },
			// "Tomorrow" is counted from when it goes.
			now: dueAt ?? facts.now,
			besides: [...besides],
		});
		if (own.message !== null) besides.push(own.message);
		return objection ? [{ name: definition.name, ...objection }] : [];
	});
}

function spend(use: ModelUse, { inputTokens, outputTokens }: Tokens): void {
	if (inputTokens !== undefined) use.inputTokens = (use.inputTokens ?? 0) + inputTokens;
	if (outputTokens !== undefined) use.outputTokens = (use.outputTokens ?? 0) + outputTokens;
}
