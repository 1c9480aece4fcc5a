import { createHmac, randomBytes } from 'node:crypto';
import { readTokenFacts, refusalIn, tokenProblem } from './token-facts.ts';

/** The fields of the credential, as they were entered. */
export interface MetaCredentialFields {
	accessToken: string;
	appId: string;
	appSecrets: string[];
	verifyToken: string;
}

/** A reading request to the Graph API with a token. */
export type AskGraph = (
	path: string,
	token: string,
	query?: Record<string, string>,
) => Promise<{ status: number; body: unknown }>;

export interface CredentialVerdict {
	good: boolean;
	message: string;
}

const bad = (message: string): CredentialVerdict => ({ good: false, message });

/**
 * Tries a credential without changing anything at Meta: the token by using it, the secret by signing with it, and both by
 * Meta's debug call. What cannot be proven is said.
 */
export async function testMetaCredential(
	{ accessToken, appId, appSecrets, verifyToken }: MetaCredentialFields,
	ask: AskGraph,
	now: Date,
): Promise<CredentialVerdict> {
	const [empty] = [
		...(accessToken ? [] : ['Access Token']),
		...(appSecrets.length > 0 ? [] : ['App Secret']),
		...(verifyToken ? [] : ['Verify Token']),
	];
	if (empty) return bad(EMPTY[empty] as string);
	const refused = refusalIn(await ask('me', accessToken));
	if (refused) return bad(`Meta refuses the Access Token: ${refused}`);
	const proof = await secretProblem(accessToken, appSecrets, ask);
	if (proof.problem) return bad(proof.problem);
	const debugged = await debugToken({ accessToken, appId, appSecrets }, ask);
	if ('problem' in debugged) return bad(debugged.problem);
	const problem = debugged.facts && tokenProblem(debugged.facts, appId || undefined, now);
	if (problem) return bad(problem);
	const open = [
		...(proof.isProven || debugged.byApp ? [] : ['the App Secret']),
		...(debugged.facts ? [] : ['when the token ends and what it may do']),
	];
	return {
		good: true,
		message: `Meta takes the Access Token${open.length > 0 ? `. Not proven: ${open.join('; ')}` : ', and the App Secret fits'}`,
	};
}

const EMPTY: Record<string, string> = {
	'Access Token': 'Access Token is empty; make one of a system user or of the Page',
	'App Secret':
		'App Secret is empty: every webhook would be refused. It stands at Meta in the app under App settings > Basic',
	'Verify Token':
		'Verify Token is empty: Meta could not verify the webhook. Make up any text and enter the same one at Meta',
};

/**
 * Meta takes a signed request only if the secret is that of the token's app. Whether it looks at signatures at all is tried
 * with a wrong one.
 */
async function secretProblem(
	token: string,
	secrets: string[],
	ask: AskGraph,
): Promise<{ problem?: string; isProven: boolean }> {
	const signed = async (secret: string) => {
		const proof = createHmac('sha256', secret).update(token).digest('hex');
		return refusalIn(await ask('me', token, { appsecret_proof: proof }));
	};
	if ((await signed(randomBytes(16).toString('hex'))) === undefined) return { isProven: false };
	let said: string | undefined;
	for (const secret of secrets) {
		const refused = await signed(secret);
		if (refused === undefined) return { isProven: true };
		said ??= refused;
	}
	return {
		isProven: false,
		problem: `The App Secret does not fit the app that the Access Token was made with: ${said}. Copy it from App settings > Basic of that app; with Instagram Login its Instagram app secret belongs here too, after a comma`,
	};
}

type Debugged =
	| { problem: string }
	| {
			facts?: ReturnType<typeof readTokenFacts>;
			/** The app itself asked, by its ID and secret. */
			byApp: boolean;
	  };

/** Asks as the app, or without an App ID as the token itself, which Meta does not allow everybody. */
async function debugToken(
	{ accessToken, appId, appSecrets }: Omit<MetaCredentialFields, 'verifyToken'>,
	ask: AskGraph,
): Promise<Debugged> {
	const query = { input_token: accessToken };
	let said: string | undefined;
	for (const secret of appId ? appSecrets : []) {
		const answer = await ask('debug_token', `${appId}|${secret}`, query);
		const refused = refusalIn(answer);
		if (refused === undefined) return { facts: readTokenFacts(answer.body), byApp: true };
		said ??= refused;
	}
	const own = await ask('debug_token', accessToken, query);
	const facts = refusalIn(own) === undefined ? readTokenFacts(own.body) : undefined;
	if (said === undefined || !facts?.appId) {
		if (said !== undefined && !isUnknownCall(said))
			return {
				problem: `App ID ${appId} and App Secret do not belong together: ${said}. Both stand in App settings > Basic`,
			};
		return { ...(facts ? { facts } : {}), byApp: false };
	}
	return {
		problem: `App ID ${appId} and App Secret do not belong together: ${said}. The Access Token was made with the app ${facts.appId}`,
	};
}

/** Instagram Login has no such call; there nothing can be said. */
function isUnknownCall(refused: string): boolean {
	return /unsupported (get )?request|does not exist|unknown path|HTTP 404/i.test(refused);
}
