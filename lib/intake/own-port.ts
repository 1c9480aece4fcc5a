import { setTimeout as sleep } from 'node:timers/promises';
import { serve, type Intake, type StoreAccess } from './serve.ts';
import type { ConfiguredApp } from '../meta/webhook/signing-app.ts';
import type { Samples } from '../samples/samples.ts';
import { RefusedError } from '../messaging/refused-error.ts';
import { StoreUnavailableError } from '../store/database/unavailable.ts';
import type { Store } from '../store/store.ts';

/** A load balancer asks every few seconds and does not wait long. */
const LOOK_MS = 2_000;

/** A server that is there answers at once; one that is not must not keep the workflow from being published. */
const SERVER_MS = 3_000;

const NAMES = {
	appSecrets: 'the app secrets of the Meta Messaging API credential',
	verifyToken: 'the Meta Messaging API credential',
};

/** One of those who share a port. */
export interface PortMember {
	/** Asked with each delivery, so a new secret counts at once. */
	app(): ConfiguredApp;
	verifyToken(): string;
	log(line: string): void;
	/** Keeps samples of what comes in. */
	samples?: Samples;
}

export interface OwnPort {
	host: string;
	port: number;
	store: {
		/** Which store it is; all members have the same. Never shown: it may hold a password. */
		identity: string;
		open(): Promise<Store>;
	};
}

/** A place on a port that several share. */
export interface PortPlace {
	address: string;
	/** The last one closes the port, after the answers under way. */
	leave(): Promise<void>;
}

interface Shared {
	identity: string;
	members: Set<PortMember>;
	starting: Promise<Intake>;
}

const ports = new Map<string, Shared>();
const closing = new Map<string, Promise<void>>();

/**
 * Receives Meta's webhooks inside this process, on a port that all who name the same one share.
 * @throws AdvisedError when it cannot be listened to, or serves another store already.
 */
export async function joinOwnPort(own: OwnPort, member: PortMember): Promise<PortPlace> {
	const name = `${own.host}:${own.port}`;
	await closing.get(name);
	const shared = ports.get(name) ?? open(name, own, member);
	if (shared.identity !== own.store.identity)
		throw new RefusedError(
			`Port ${own.port} of ${own.host} receives for another follow-up store in this n8n already`,
			'Choose the same Store in all triggers that share a port, or another Port here.',
		);
	shared.members.add(member);
	try {
		const { address } = await shared.starting;
		return { address, leave: async () => await leave(name, shared, member) };
	} catch (error) {
		await leave(name, shared, member);
		throw error;
	}
}

function open(name: string, { host, port, store }: OwnPort, first: PortMember): Shared {
	const members = new Set([first]);
	const all = <T>(of: (member: PortMember) => readonly T[]): T[] => [...new Set([...members].flatMap(of))];
	const opening = new Opening(store.open);
	const served = {
		...{ host, port, names: NAMES },
		apps: () => all((member) => [member.app()]),
		verifyTokens: () => all((member) => [member.verifyToken()]),
		samples: () => all((member) => (member.samples ? [member.samples] : [])),
		ingest: { planBy: {}, keepStarts: true },
	};
	// Said once, by whoever is there at that time.
	const log = (line: string): void => [...members][0]?.log(line);
	const starting = opening.settled(SERVER_MS).then(async () => await serve(served, opening, log));
	const shared = { identity: store.identity, members, starting };
	ports.set(name, shared);
	return shared;
}

async function leave(name: string, shared: Shared, member: PortMember): Promise<void> {
	shared.members.delete(member);
	if (shared.members.size > 0 || ports.get(name) !== shared) return;
	ports.delete(name);
	const closed = shared.starting
		.then(async (intake) => await intake.stop())
		.catch(() => {})
		.finally(() => closing.delete(name));
	closing.set(name, closed);
	await closed;
}

/** A store that this process shares; one that could not be opened is tried again when somebody needs it. */
class Opening implements StoreAccess {
	private store: Store | undefined;
	private trying: Promise<void> | undefined;

	constructor(private readonly open: () => Promise<Store>) {
		this.tryAgain();
	}

	get(): Store {
		if (this.store) return this.store;
		this.tryAgain();
		throw new StoreUnavailableError(
			'The follow-up store is not open yet',
			'It is tried again by itself; if it does not open, the log says why.',
		);
	}

	async isReady(): Promise<boolean> {
		const looked = (async () => {
			await this.trying;
			await this.get().ready();
			return true;
		})().catch(() => false);
		return await Promise.race([looked, sleep(LOOK_MS, false, { ref: false })]);
	}

	/** Done when the first try is over, or after so long. */
	async settled(mostMs: number): Promise<void> {
		await Promise.race([this.trying, sleep(mostMs, undefined, { ref: false })]);
	}

	private tryAgain(): void {
		this.trying ??= this.open()
			.then((store) => void (this.store = store))
			// The trigger looks into the same store and tells of what is wrong with it.
			.catch(() => {})
			.finally(() => (this.trying = undefined));
	}
}
