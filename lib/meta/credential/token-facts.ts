import { asNumber, asObject, asText, type Json } from '../webhook/read.ts';

/** What Meta's debug call tells of a token. */
export interface TokenFacts {
	isValid: boolean;
	/** Why not, in Meta's own words. */
	why?: string;
	appId?: string;
	/** Missing: it does not end. */
	endsAt?: Date;
	scopes: string[];
}

/** Reads the answer of `debug_token`; undefined if it tells of no token. */
export function readTokenFacts(body: unknown): TokenFacts | undefined {
	const data = asObject(asObject(body)?.data);
	if (!data) return undefined;
	// 0 stands for "never"; data access ends on its own, and with it what the token is for.
	const ends = [data.expires_at, data.data_access_expires_at].flatMap((at) => asNumber(at) || []);
	const why = asText(asObject(data.error)?.message);
	const appId = asText(data.app_id);
	return {
		isValid: data.is_valid === true,
		...(why === undefined ? {} : { why }),
		...(appId === undefined ? {} : { appId }),
		...(ends.length === 0 ? {} : { endsAt: new Date(Math.min(...ends) * 1_000) }),
		scopes: (Array.isArray(data.scopes) ? data.scopes : []).filter((one) => typeof one === 'string'),
	};
}

/** A token that ends sooner is one for trying things out. */
const SOON_MS = 48 * 3_600_000;
const HOUR_MS = 3_600_000;

/** One of them a token must have to send messages (Meta, "Permissions Reference", read 2026-11-22). */
const MESSAGING = [
	'whatsapp_business_messaging',
	'pages_messaging',
	'instagram_manage_messages',
	'instagram_business_manage_messages',
];

/** What is wrong with a token, with what to do; undefined if nothing is. */
export function tokenProblem(facts: TokenFacts, appId: string | undefined, now: Date): string | undefined {
	if (!facts.isValid)
		return `Meta says that the Access Token is not valid: ${facts.why ?? 'it gives no reason'}. Make a new one, of a system user or of the Page`;
	if (appId && facts.appId && facts.appId !== appId)
		return `The Access Token was made with the app ${facts.appId}, and App ID is ${appId}. Enter the ID of the app whose webhooks arrive here, and make the token with that app`;
	const { scopes, endsAt } = facts;
	if (!MESSAGING.some((scope) => scopes.includes(scope)))
		return `The Access Token may not send messages: it has ${scopes.length === 0 ? 'no permissions' : scopes.join(', ')}. Make one with whatsapp_business_messaging and whatsapp_business_management for WhatsApp, pages_messaging for Messenger, instagram_manage_messages for Instagram`;
	if (scopes.includes('whatsapp_business_messaging') && !scopes.includes('whatsapp_business_management'))
		return 'The Access Token may send WhatsApp messages, but lacks whatsapp_business_management: no template could be listed, and no webhook subscribed. Make one with both';
	if (endsAt && endsAt.getTime() - now.getTime() < SOON_MS) {
		const hours = Math.max(0, Math.round((endsAt.getTime() - now.getTime()) / HOUR_MS));
		return `The Access Token works now and ends in ${hours} hours. Make one of a system user that does not expire`;
	}
	return undefined;
}

/** What Meta says in an answer that refuses; undefined if it refuses nothing. */
export function refusalIn({ status, body }: { status: number; body: unknown }): string | undefined {
	const error: Json | undefined = asObject(asObject(body)?.error);
	if (status < 300 && !error) return undefined;
	const code = asNumber(error?.code);
	const words = asText(error?.message) ?? `HTTP ${status}`;
	return code === undefined ? words : `${words} (code ${code})`;
}
