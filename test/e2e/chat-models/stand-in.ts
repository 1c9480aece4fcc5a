import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { newAuthority } from '../../support/authority.ts';
import { closed, listening, startProxy, type Proxy } from '../../support/proxy.ts';
import { rightAnswer } from '../../../harness/model-servers/index.ts';
import { kindOf, WORDS_AROUND } from './conversations.ts';
import { VENDORS, type Kind, type Question, type Reply, type Vendor } from './vendors/index.ts';

/** The names under which n8n calls the servers that it has to reach by the proxy. */
const HOSTS = VENDORS.flatMap(({ host }) => host ?? []);

/** What the servers of all companies do from now on. */
export type Mood = 'by conversation' | 'well' | keyof Vendor['refuses'];

/** The servers of five companies, reachable as n8n reaches them. */
export interface StandIn {
	urlOf(vendor: Vendor): string;
	/** What n8n has to be started with, so that it finds them. */
	env: Record<string, string>;
	behave(mood: Mood): void;
	/** How often each vendor was asked about each kind of conversation, and how often about none. */
	asked: Map<string, number>;
	/** What the proxy was asked for. */
	throughProxy: readonly string[];
	close(): Promise<void>;
}

export async function startStandIn(): Promise<StandIn> {
	let mood: Mood = 'by conversation';
	const asked = new Map<string, number>();
	const answer: RequestListener = (request, response) => {
		void read(request).then((question) => {
			const vendor = vendorOf(request, question);
			if (!vendor) return void response.writeHead(404).end();
			const text = vendor.asked(question.body);
			const kind = kindOf(text);
			const key = `${vendor.id} ${kind ?? 'none'}`;
			asked.set(key, (asked.get(key) ?? 0) + 1);
			const { status, headers, body } = replyOf(vendor, mood, kind, text, question);
			const isText = typeof body === 'string';
			response
				.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json', ...headers })
				.end(isText ? body : JSON.stringify(body));
		});
	};
	const authority = newAuthority(HOSTS);
	const [plain, tls] = [createServer(answer), createTlsServer(authority.server, answer)];
	const port = await listening(plain);
	const tlsPort = await listening(tls);
	const proxy: Proxy = await startProxy(Object.fromEntries(HOSTS.map((host) => [host, tlsPort])));
	return {
		urlOf: ({ id }) => `http://127.0.0.1:${port}/${id}`,
		env: {
			HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
			NO_PROXY: '127.0.0.1,localhost',
			NODE_EXTRA_CA_CERTS: authority.file,
		},
		behave(next) {
			mood = next;
			asked.clear();
		},
		...{ asked, throughProxy: proxy.asked },
		async close() {
			await Promise.all([closed(plain), closed(tls), proxy.close()]);
		},
	};
}

function vendorOf({ headers }: IncomingMessage, { path }: Question): Vendor | undefined {
	const byHost = VENDORS.find(({ host }) => host !== undefined && host === headers.host);
	return byHost ?? VENDORS.find(({ id }) => id === path.split('/')[1]);
}

function replyOf(
	vendor: Vendor,
	mood: Mood,
	kind: Kind | undefined,
	text: string,
	question: Question,
): Reply {
	if (mood === 'key' || mood === 'model') return vendor.refuses[mood];
	const right = rightAnswer(text);
	const whole = () => vendor.says(right, question);
	if (mood === 'well' || kind === undefined) return whole();
	const does: Record<Kind, () => Reply> = {
		...{ whole, inProse: () => vendor.says(WORDS_AROUND(right), question) },
		cut: () => vendor.says(right.slice(0, right.length / 2), question, 'cut'),
		cutBeforeItBegan: () => vendor.says('', question, 'cut'),
		refused: () => vendor.instead.refused(question),
		stopped: () => vendor.instead.stopped(question),
		busy: () => vendor.instead.busy(question),
		broken: () => vendor.instead.broken(question),
	};
	return does[kind]();
}

async function read(request: IncomingMessage): Promise<Question> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(part as Buffer);
	const text = Buffer.concat(parts).toString();
	const path = (request.url ?? '').split('?')[0] ?? '';
	return { path, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
}
