import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { message, type Asked, type Behaviour } from './behaviour.ts';

/** A word of the one conversation that a server has something against. */
export const MARK = 'Zafiro';

export const GOOD_TEXT = 'Hola, ¿seguimos con tu cita? Dinos qué día te conviene.';

interface ChatRequest {
	messages: { role: string; content: string }[];
	response_format?: { type: Asked['format'] };
}

/** A model server that behaves as told; what it is asked besides gets the right answer. */
export interface StandIn {
	/** Its base URL; another one for each name, and so another server for whoever asks. */
	urlFor(name: string): string;
	/** From now on it behaves so; undefined: well. */
	behave(behaviour: Behaviour | undefined): void;
	/** What it was asked since it was last told how to behave. */
	asked: Asked[];
	close(): Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
	let behaviour: Behaviour | undefined;
	const asked: Asked[] = [];
	const server = createServer((request, response) => {
		void readJson(request).then((body) => {
			const one = askedOf(body);
			asked.push(one);
			const { ofTheOne } = behaviour ?? {};
			if (behaviour?.to(one)) misbehave(behaviour, body, response);
			else if (one.isTheOne && ofTheOne) sendJson(response, ofTheOne.status, ofTheOne.body);
			else sendJson(response, 200, message({ content: rightAnswer(questionIn(body)) }));
		});
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		asked,
		urlFor: (name) => `http://127.0.0.1:${port}/${encodeURIComponent(name)}/v1`,
		behave(next) {
			behaviour = next;
			asked.length = 0;
		},
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function misbehave(
	{ status, headers, body, around }: Behaviour,
	request: ChatRequest,
	response: ServerResponse,
) {
	if (status === 'hang') return;
	if (status === 'reset') {
		response.destroy();
		return;
	}
	const answer = around ? around(rightAnswer(questionIn(request))) : body;
	if (typeof answer === 'string')
		response.writeHead(status, { 'content-type': 'text/plain', ...headers }).end(answer);
	else sendJson(response, status, answer, headers);
}

function sendJson(response: ServerResponse, status: number, body: unknown, headers = {}): void {
	response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

async function readJson(request: IncomingMessage): Promise<ChatRequest> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	return JSON.parse(Buffer.concat(parts).toString()) as ChatRequest;
}

function askedOf({ messages, response_format }: ChatRequest): Asked {
	return {
		isTheOne: JSON.stringify(messages).includes(MARK),
		format: response_format?.type ?? 'text',
		hasSystemMessage: messages.some(({ role }) => role === 'system'),
	};
}

function questionIn({ messages }: ChatRequest): string {
	return messages.at(-1)?.content ?? '';
}

/** Triggers every follow-up that a question is about. */
export function rightAnswer(question: string): string {
	const document = /^\{"now".*\}$/m.exec(question)?.[0] ?? '{"followUps":[]}';
	const { followUps } = JSON.parse(document) as { followUps: { name: string }[] };
	return JSON.stringify({
		stop: { met: false, reason: '' },
		optOut: { met: false, reason: '' },
		notBefore: null,
		followUps: followUps.map(({ name }) => ({
			...{ name, trigger: true, reason: 'Asked for an appointment', confidence: 0.9 },
			...{ sendAt: null, message: GOOD_TEXT },
		})),
	});
}
