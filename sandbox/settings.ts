export type Settings = {
	/** Where webhooks go; null while none is known. A subscription made through the Graph goes before it. */
	webhook: string | null;
	appSecret: string;
	/** Signs Instagram webhooks when set: Instagram-Login apps have a secret of their own. */
	instagramAppSecret: string | null;
	verifyToken: string;
	lang: 'es' | 'en';
	/** Divides the sandbox's own delays (statuses, retries, template review); never a window or a rate limit. */
	speed: number;
	statusDelayMs: number;
	retryDelaysMs: number[];
	muteStatuses: boolean;
	/** Every webhook goes out twice: Meta delivers at least once. */
	duplicateWebhooks: boolean;
	/** Events within this time share one delivery; 0 sends each alone. */
	batchMs: number;
	/** Whether 131047 is the answer to the send or comes later as a `failed` status: Meta does both. */
	windowErrors: 'sync' | 'status';
	templateReviewMs: number;
	/** Messages per second and business number before error 130429. */
	throughputPerSecond: number;
	/** Service messages a month and number that are free (October 2026: 1,000). */
	freeServiceMessages: number;
	/** How long Meta Business Agent takes to answer. */
	agentDelayMs: number;
	/** Whether what the agent's threads carry is nested in `standby`, as Meta writes it, or flat, as some deliveries have it. */
	standbyForm: 'nested' | 'flat';
	/** Hand-overs as Meta writes them, with the roles of partners, or with `metadata` as other webhooks have it. */
	handoverForm: 'meta' | 'partner' | 'metadata';
	/** Hours of silence after which the referee lets the app take a thread from the agent; null: never. */
	takeOverAfterHours: number | null;
	/** After so many messages through the API without a word of the customer one more is a violation; null: no limit. */
	mostUnanswered: number | null;
	/** Days on which any message through the API is a violation, each as 2026-12-25, by the clock of `holidaysTimeZone`. */
	holidays: string[];
	holidaysTimeZone: string;
	/** False makes the model stand-in refuse `response_format: json_schema`, as many servers do. */
	modelJsonSchema: boolean;
};

export const defaultSettings: Settings = {
	webhook: null,
	appSecret: 'sandbox-app-secret',
	instagramAppSecret: null,
	verifyToken: 'sandbox-verify-token',
	lang: 'es',
	speed: 1,
	statusDelayMs: 400,
	retryDelaysMs: [1_000, 3_000, 10_000, 30_000, 120_000, 600_000],
	muteStatuses: false,
	duplicateWebhooks: false,
	batchMs: 0,
	windowErrors: 'sync',
	templateReviewMs: 3_000,
	throughputPerSecond: 80,
	freeServiceMessages: 1_000,
	agentDelayMs: 1_200,
	standbyForm: 'nested',
	handoverForm: 'meta',
	takeOverAfterHours: null,
	mostUnanswered: null,
	holidays: [],
	holidaysTimeZone: 'UTC',
	modelJsonSchema: true,
};

const isText = (value: unknown) => typeof value === 'string' && value.length > 0;
const isDuration = (value: unknown) => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isFlag = (value: unknown) => typeof value === 'boolean';
const isDay = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isTimeZone = (value: unknown) =>
	typeof value === 'string' && [...Intl.supportedValuesOf('timeZone'), 'UTC'].includes(value);
const isUrl = (value: unknown) =>
	typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);

const checks: Record<keyof Settings, { ok: (value: unknown) => boolean; allowed: string }> = {
	webhook: { ok: (value) => value === null || isUrl(value), allowed: 'an http(s) address or null' },
	appSecret: { ok: isText, allowed: 'a text' },
	instagramAppSecret: { ok: (value) => value === null || isText(value), allowed: 'a text or null' },
	verifyToken: { ok: isText, allowed: 'a text' },
	lang: { ok: (value) => value === 'es' || value === 'en', allowed: '"es" or "en"' },
	speed: { ok: (value) => isDuration(value) && value !== 0, allowed: 'a number above 0' },
	statusDelayMs: { ok: isDuration, allowed: 'milliseconds, 0 or more' },
	retryDelaysMs: {
		ok: (value) => Array.isArray(value) && value.every(isDuration),
		allowed: 'a list of milliseconds; [] for no retry',
	},
	muteStatuses: { ok: isFlag, allowed: 'true or false' },
	duplicateWebhooks: { ok: isFlag, allowed: 'true or false' },
	batchMs: { ok: isDuration, allowed: 'milliseconds, 0 or more' },
	windowErrors: { ok: (value) => value === 'sync' || value === 'status', allowed: '"sync" or "status"' },
	templateReviewMs: { ok: isDuration, allowed: 'milliseconds, 0 or more' },
	throughputPerSecond: { ok: (value) => isDuration(value) && value !== 0, allowed: 'a number above 0' },
	freeServiceMessages: { ok: isDuration, allowed: 'a number, 0 or more' },
	agentDelayMs: { ok: isDuration, allowed: 'milliseconds, 0 or more' },
	standbyForm: { ok: (value) => value === 'nested' || value === 'flat', allowed: '"nested" or "flat"' },
	handoverForm: {
		ok: (value) => value === 'meta' || value === 'partner' || value === 'metadata',
		allowed: '"meta", "partner" or "metadata"',
	},
	takeOverAfterHours: {
		ok: (value) => value === null || isDuration(value),
		allowed: 'hours, 0 or more, or null for never',
	},
	mostUnanswered: {
		ok: (value) => value === null || isDuration(value),
		allowed: 'a number, 0 or more, or null for no limit',
	},
	holidays: {
		ok: (value) => Array.isArray(value) && value.every(isDay),
		allowed: 'a list of days such as 2026-12-25',
	},
	holidaysTimeZone: { ok: isTimeZone, allowed: 'the name of a time zone such as America/Bogota' },
	modelJsonSchema: { ok: isFlag, allowed: 'true or false' },
};

/** Says what is wrong with a change of settings, or null when nothing is. */
export function settingsProblem(change: Record<string, unknown>): string | null {
	for (const [name, value] of Object.entries(change)) {
		const check = checks[name as keyof Settings];
		if (!check) return `There is no setting "${name}". The settings are: ${Object.keys(checks).join(', ')}.`;
		if (!check.ok(value))
			return `Setting "${name}" is ${JSON.stringify(value)}; it must be ${check.allowed}.`;
	}
	return null;
}
