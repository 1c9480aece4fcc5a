import type {
	ICredentialsDecrypted,
	ICredentialTestFunctions,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { splitList, testMetaCredential, withoutSecrets, type AskGraph } from '../../lib/index.ts';

const TIMEOUT_MS = 20_000;

const wrong = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

/** The test of the Meta credential: token, its end and its permissions, app secret, verify token. */
export async function metaMessagingApiTest(
	this: ICredentialTestFunctions,
	{ data }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const text = (name: string): string => String(data?.[name] ?? '').trim();
	const base = text('graphBaseUrl').replace(/\/+$/, '');
	const version = text('graphVersion');
	if (!/^https?:\/\//i.test(base) || !URL.canParse(base))
		return wrong(`The Graph Base URL is "${base}"; it must be an address such as https://graph.facebook.com`);
	if (!/^v\d+\.\d+$/.test(version))
		return wrong(`The Graph Version is "${version}"; it must be one such as v27.0`);
	const accessToken = text('accessToken');
	const appSecrets = splitList(text('appSecrets'));
	const verifyToken = text('verifyToken');
	const { helpers } = this;
	const ask: AskGraph = async (path, token, query = {}) => {
		const answer = (await helpers.request({
			...{ method: 'GET', uri: `${base}/${version}/${path}`, qs: query, timeout: TIMEOUT_MS },
			headers: { Authorization: `Bearer ${token}` },
			json: true,
			// A token goes where it is meant to go and nowhere else.
			...{ simple: false, resolveWithFullResponse: true, followRedirect: false },
		})) as { statusCode: number; body: unknown };
		const secrets = [accessToken, ...appSecrets, verifyToken];
		return { status: answer.statusCode, body: withoutSecrets(answer.body, secrets) };
	};
	try {
		const fields = { accessToken, appId: splitList(text('appId'))[0] ?? '', appSecrets, verifyToken };
		const { good, message } = await testMetaCredential(fields, ask, new Date());
		return good ? { status: 'OK', message } : wrong(message);
	} catch (error) {
		const said = withoutSecrets((error as Error).message, [accessToken, ...appSecrets, verifyToken]);
		return wrong(
			`Nothing answered at ${base}: ${String(said)}. Check the Graph Base URL, and that n8n can reach it`,
		);
	}
}
