import { AdvisedError } from '../messaging/advised-error.ts';
import { splitList } from '../messaging/split-list.ts';
import type { ConfiguredApp } from '../meta/webhook/signing-app.ts';
import type { StoreOptions } from '../store/open-store.ts';
import { readStoreAddress } from './store-address.ts';

/** What the intake needs to know. */
export interface IntakeSettings {
	/** Each of them may have signed a delivery; an account belongs to the one that does so first. */
	apps: ConfiguredApp[];
	verifyToken: string;
	store: StoreOptions;
	host: string;
	/** 0: any free one. */
	port: number;
	/** Where anonymised samples of deliveries are kept, one of each form; left out: none are kept. */
	samplesFolder?: string;
	/** The chatbots that are planned for; left out: all in the store. */
	chatbots?: string[];
}

/** The environment does not tell what the intake has to know. */
export class IntakeSettingsError extends AdvisedError {
	override readonly name = 'IntakeSettingsError';
}

/** Beside n8n's own 5678 (editor) and 5679 (task broker). */
const DEFAULT_PORT = 5680;
const DEFAULT_HOST = '127.0.0.1';
const MAX_PORT = 65_535;

/**
 * Reads the settings of the intake from environment variables.
 * @throws IntakeSettingsError that names everything that is missing or wrong. No value of a secret is in it.
 */
export function readIntakeSettings(env: Record<string, string | undefined>): IntakeSettings {
	const problems: string[] = [];
	const or = <T>(read: () => T, instead: T): T => {
		try {
			return read();
		} catch (error) {
			problems.push((error as Error).message);
			return instead;
		}
	};
	const apps = readApps(env.META_APP_SECRETS, splitList(env.FOLLOWUP_ACCOUNTS));
	if (apps.length === 0)
		problems.push(
			'META_APP_SECRETS is missing: the app secret of the Meta app, several separated by commas (App Dashboard > App settings > Basic)',
		);
	const verifyToken = env.META_VERIFY_TOKEN?.trim() ?? '';
	if (verifyToken === '')
		problems.push(
			'META_VERIFY_TOKEN is missing: any text that is entered at Meta too (App Dashboard > Webhooks > Verify token)',
		);
	const store = or(() => readStoreAddress(env), { kind: 'sqlite', file: '' } as const);
	const port = or(() => readPort(env.PORT), DEFAULT_PORT);
	if (problems.length > 0)
		throw new IntakeSettingsError(
			problems.join('\n'),
			'Set the environment variables; "n8n-nodes-meta-followup intake --help" tells of all of them.',
		);
	const samplesFolder = env.FOLLOWUP_SAMPLES?.trim();
	const chatbots = splitList(env.FOLLOWUP_CHATBOTS);
	return {
		...{ apps, verifyToken, store, port },
		host: env.HOST?.trim() || DEFAULT_HOST,
		...(samplesFolder ? { samplesFolder } : {}),
		...(chatbots.length > 0 ? { chatbots } : {}),
	};
}

/**
 * Each secret is of an app of its own, unless its App ID stands before it (`1000:secret`): secrets with the same one are of the
 * same app, and whatever stands there later under this ID is too.
 */
function readApps(given: string | undefined, recordOnly: readonly string[]): ConfiguredApp[] {
	const entries = splitList(given).map((entry) => {
		const [, appId, secret] = /^(\d+):(.+)$/s.exec(entry) ?? [];
		return appId && secret ? { appId, secret } : { secret: entry };
	});
	const groups = Map.groupBy(entries, ({ appId, secret }) => appId ?? `:${secret}`);
	return [...groups.values()].map((group) => {
		const appId = group[0]?.appId;
		const secrets = group.map(({ secret }) => secret);
		return {
			...{ secrets, appIds: appId ? [appId] : [] },
			...(appId ? { holder: `intake:${appId}` } : {}),
			...(recordOnly.length > 0 ? { recordOnly } : {}),
		};
	});
}

function readPort(given: string | undefined): number {
	const text = given?.trim() ?? '';
	if (text === '') return DEFAULT_PORT;
	const port = Number(text);
	if (/^\d+$/.test(text) && port <= MAX_PORT) return port;
	throw new Error(`PORT is "${text}"; it must be a whole number up to ${MAX_PORT}, 0 for any free one`);
}
