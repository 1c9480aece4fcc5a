import type { ModelUse } from '../follow-up/types';
import type { Channel } from '../messaging/channel';
import { readAnswer, type ModelDecision } from './answer';
import { complaintAboutText } from './check-text';
import { ModelAnswerError, type DecisionModel, type ModelAnswer, type ModelRequest } from './decision-model';
import { PROMPT_VERSION } from './frame';
import type { Candidate } from './prompt';

export interface Asked {
	/** Left out when no usable answer came, also when asked again. */
	answer?: ModelDecision;
	/** What is wrong with the last answer. */
	complaint?: string;
	/** Follow-ups whose text may not be sent. */
	unusableTexts: string[];
	use: ModelUse;
}

/** Once more with the complaint, never a third time: a model that fails twice on this conversation fails again. */
const ATTEMPTS = 2;

/** Asks the model and checks what comes back; one repair attempt. Faults of the service itself are thrown. */
export async function ask(
	model: DecisionModel,
	request: ModelRequest,
	candidates: Candidate[],
	channel: Channel,
): Promise<Asked> {
	const asked: Asked = { unusableTexts: [], use: { model: model.name, promptVersion: PROMPT_VERSION } };
	let repair: ModelRequest['repair'];
	for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
		const reply = await replyOf(model, { ...request, ...(repair ? { repair } : {}) });
		if ('complaint' in reply) {
			asked.complaint = reply.complaint;
			continue;
		}
		asked.use.inputTokens = (asked.use.inputTokens ?? 0) + (reply.inputTokens ?? 0);
		asked.use.outputTokens = (asked.use.outputTokens ?? 0) + (reply.outputTokens ?? 0);
		const read = readAnswer(
			reply.text,
			candidates.map(({ definition }) => definition.name),
		);
		if ('complaint' in read) {
			asked.complaint = read.complaint;
			repair = { answer: reply.text, complaint: read.complaint };
			continue;
		}
		asked.answer = read;
		const complaints = textComplaints(read, candidates, channel);
		asked.unusableTexts = complaints.map(({ name }) => name);
		if (complaints.length === 0) return asked;
		asked.complaint = complaints.map(({ name, complaint }) => `${name}: ${complaint}`).join(' ');
		repair = { answer: reply.text, complaint: asked.complaint };
	}
	return asked;
}

async function replyOf(
	model: DecisionModel,
	request: ModelRequest,
): Promise<ModelAnswer | { complaint: string }> {
	try {
		return await model.answer(request);
	} catch (error) {
		if (error instanceof ModelAnswerError) return { complaint: error.message };
		throw error;
	}
}

function textComplaints(answer: ModelDecision, candidates: Candidate[], channel: Channel) {
	if (answer.stop.met) return [];
	return candidates.flatMap(({ definition: { name }, writeMessage }) => {
		const own = answer.followUps.find((one) => one.name === name);
		if (!writeMessage || !own?.trigger) return [];
		const complaint = complaintAboutText(own.message, channel);
		return complaint ? [{ name, complaint }] : [];
	});
}
