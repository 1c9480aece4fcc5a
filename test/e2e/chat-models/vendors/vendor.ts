import type { WorkflowNode } from '../../../../harness/n8n/types.ts';

/** What a model is made to do about a conversation. */
export const KINDS = [
	/** Its answer ends in the middle, at the limit of tokens. */
	'cut',
	/** The limit is reached before the first word for the reader. */
	'cutBeforeItBegan',
	/** It would rather not answer. */
	'refused',
	/** A filter, or a fault, stands between the model and its answer. */
	'stopped',
	/** HTTP 429. */
	'busy',
	/** HTTP 500. */
	'broken',
	/** The right answer with words around it. */
	'inProse',
	'whole',
] as const;
export type Kind = (typeof KINDS)[number];

/** A request to a model server. */
export interface Question {
	path: string;
	body: Record<string, unknown>;
}

/** An answer of a model server, with the headers that matter. */
export interface Reply {
	status: number;
	headers?: Record<string, string>;
	/** JSON, or a text as it is. */
	body: unknown;
}

/** One of n8n's own chat models, or the client of Follow-Up Evaluate itself, and how the company's server answers. */
export interface Vendor {
	/** Its workflow, its chatbot, and the first part of its paths. */
	id: string;
	name: string;
	/** The chat model's node; left out where Follow-Up Evaluate asks by itself. */
	node?: Pick<WorkflowNode, 'type' | 'parameters'> & { typeVersion: number };
	/** The name under which n8n calls the server, by the proxy; left out where its address is that of this machine. */
	host?: string;
	credential(url: string): { type: string; data: Record<string, unknown> };
	/** The text of the last message of the user, and of the system, where they stand in a request. */
	asked(body: Record<string, unknown>): string;
	/** The answer in the form of this company; `text` is the model's. */
	says(text: string, question: Question, ended?: 'whole' | 'cut'): Reply;
	/** What is not said by the model: in the order of the words above. */
	instead: Record<'refused' | 'stopped' | 'busy' | 'broken', (question: Question) => Reply>;
	/** A key that is not valid, and a model that is not there. */
	refuses: Record<'key' | 'model', Reply>;
	/** What becomes of the conversation, where it is not what becomes of it with the others. */
	outcomes?: Partial<Record<Kind, string>>;
}

/** Events of a stream, as most servers send them. */
export function eventStream(events: readonly (object | string)[]): Reply {
	const lines = events.map((one) => `data: ${typeof one === 'string' ? one : JSON.stringify(one)}\n\n`);
	return { status: 200, headers: { 'content-type': 'text/event-stream' }, body: lines.join('') };
}

/** A text in the pieces in which a model writes it. */
export function pieces(text: string): string[] {
	return text.match(/[^]{1,40}/g) ?? [];
}
