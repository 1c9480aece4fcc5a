import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';

interface Credential {
	baseUrl: string;
	apiKey: string;
}

interface Answer {
	statusCode: number;
	body: unknown;
}

type Ask = (method: 'GET' | 'POST', path: string, key: string, body?: object) => Promise<Answer>;

const TIMEOUT_MS = 20_000;
/** Paths that people copy along with the address. */
const TOO_LONG = /\/(?:chat\/completions|completions|responses|models|embeddings)$/;

const ok = (message: string): INodeCredentialTestResult => ({ status: 'OK', message });
const wrong = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

/** The test of the model server's credential: that a server answers there, and that it takes the key for questions. */
export async function openAiCompatibleApiTest(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const { baseUrl = '', apiKey = '' } = (data ?? {}) as unknown as Partial<Credential>;
	const base = baseUrl.trim().replace(/\/+$/, '');
	if (!/^https?:\/\//i.test(base) || !URL.canParse(base))
		return wrong(`The Base URL is "${base}"; it must be an address such as https://api.openai.com/v1`);
	const tooLong = TOO_LONG.exec(base)?.[0];
	if (tooLong)
		return wrong(
			`The Base URL ends in ${tooLong}, which is added to it for each request. Write ${base.slice(0, -tooLong.length)} instead`,
		);
	try {
		return await tested(asking(this, base), { base, apiKey });
	} catch (error) {
		const said = (error as Error).message.replaceAll(apiKey || '\0', '…');
		return wrong(`Nothing answered at ${base}: ${said}. Check the Base URL, and that n8n can reach it`);
	}
}

function asking({ helpers }: ICredentialTestFunctions, base: string): Ask {
	return async (method, path, key, body) =>
		(await helpers.request({
			...{ method, uri: `${base}${path}`, timeout: TIMEOUT_MS },
			headers: key ? { Authorization: `Bearer ${key}` } : {},
			json: true,
			...(body ? { body } : {}),
			// A key goes where it is meant to go and nowhere else.
			...{ simple: false, resolveWithFullResponse: true, followRedirect: false },
		})) as Answer;
}

/**
 * Lists of models are public on some servers and prove no key. A question without a model costs nothing: a server that
 * looks at keys first refuses it by its status without a key, and complains about the question with a right one.
 */
async function tested(ask: Ask, { base, apiKey }: { base: string; apiKey: string }) {
	const list = await ask('GET', '/models', apiKey);
	if (refusesKey(list)) return wrong(keyRefused(list, apiKey));
	const models = modelsIn(list);
	if (!apiKey) return await withoutKey(ask, base, models);
	const stranger = await ask('POST', '/chat/completions', '', {});
	if (refusesKey(stranger)) {
		const own = await ask('POST', '/chat/completions', apiKey, {});
		return refusesKey(own) ? wrong(keyRefused(own, apiKey)) : ok(`The server takes the key. ${NOT_PROVEN}`);
	}
	const model = models?.[0];
	if (model === undefined) return nobody(base, list);
	return await byAnswer(ask, apiKey, model);
}

const NOT_PROVEN = 'Not proven: that the account has balance, and that the model chosen in the node answers';

async function withoutKey(ask: Ask, base: string, models: string[] | undefined) {
	const question = await ask('POST', '/chat/completions', '', {});
	if (refusesKey(question)) return wrong(keyRefused(question, ''));
	if (models === undefined) return nobody(base, question);
	return ok(`The server answers without a key. Not proven: that the model chosen in the node answers`);
}

/** The server looks at the question before the key: only an answer can prove it. */
async function byAnswer(ask: Ask, apiKey: string, model: string) {
	const messages = [{ role: 'user', content: 'Hi' }];
	const answer = await ask('POST', '/chat/completions', apiKey, { model, messages, max_tokens: 1 });
	if (refusesKey(answer)) return wrong(keyRefused(answer, apiKey));
	if (answer.statusCode < 300) return ok(`The server answers with the model "${model}"`);
	return ok(
		`The server is there. Not proven: the key, because a question to the model "${model}" was answered with HTTP ${answer.statusCode}`,
	);
}

function nobody(base: string, { statusCode }: Answer): INodeCredentialTestResult {
	return wrong(
		`What answers at ${base} gives no list of models (HTTP ${statusCode}) and does not ask for a key: no OpenAI-compatible server. The Base URL usually ends in /v1`,
	);
}

const refusesKey = ({ statusCode }: Answer): boolean => statusCode === 401 || statusCode === 403;

function keyRefused({ statusCode }: Answer, apiKey: string): string {
	return apiKey
		? `The server refuses the API Key (HTTP ${statusCode}). Copy it again, and check that it belongs to this Base URL`
		: `The server asks for a key (HTTP ${statusCode}). Fill in API Key`;
}

function modelsIn({ statusCode, body }: Answer): string[] | undefined {
	const { data } = (body ?? {}) as { data?: unknown };
	if (statusCode >= 300 || !Array.isArray(data)) return undefined;
	return data.map((one: { id?: unknown }) => one?.id).filter((id): id is string => typeof id === 'string');
}
