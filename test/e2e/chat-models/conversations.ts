import { KINDS, type Kind, type Vendor } from './vendors/index.ts';

export const STOP_CONDITION = 'El cliente confirma la cita';
export const DELAY_HOURS = 4;
export const SILENT_HOURS = 5;

/** The branch that the customer of each conversation names; by it a server knows what to do. */
const BRANCHES: Record<Kind, string> = {
	...{ cut: 'Zafiro', cutBeforeItBegan: 'Granate', refused: 'Topacio', stopped: 'Turmalina' },
	...{ busy: 'Obsidiana', broken: 'Malaquita', inProse: 'Aguamarina', whole: 'Esmeralda' },
};

/** What becomes of each conversation, whoever the model is from. */
const OUTCOMES: Record<Kind, string> = {
	...{ cut: 'ai_answer_cut_off', cutBeforeItBegan: 'ai_answer_cut_off' },
	...{ refused: 'ai_refused', stopped: 'ai_refused', busy: 'ai_retry', broken: 'ai_retry' },
	...{ inProse: 'sent', whole: 'sent' },
};

/** What the customer of such a conversation asked for. */
export function asks(kind: Kind): string {
	return `Hola, quiero una cita para limpieza dental en la sede ${BRANCHES[kind]}`;
}

/** What has to become of it: a reason's code, or that the follow-up is sent. */
export function outcomeOf({ outcomes }: Vendor, kind: Kind): string {
	return outcomes?.[kind] ?? OUTCOMES[kind];
}

/** The conversation that a question is about; undefined for a question that is about none. */
export function kindOf(question: string): Kind | undefined {
	return KINDS.find((kind) => question.includes(BRANCHES[kind]));
}

/** What a model that likes to talk writes around its answer. */
export const WORDS_AROUND = (answer: string): string =>
	`Claro, esta es mi decisión:\n\n\`\`\`json\n${answer}\n\`\`\`\n\nSi necesitas {otra cosa}, dímelo.`;
