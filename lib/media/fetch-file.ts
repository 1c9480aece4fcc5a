import { CHANNEL_NAMES, type Channel } from '../messaging/channel.ts';
import { MediaError } from '../messaging/media-error.ts';
import {
	FILE_MAX_BYTES,
	MEDIA_FETCH_MS,
	MEDIA_HOSTS,
	MEDIA_MAX_BYTES,
	UNDERSTOOD_MAX_BYTES,
} from '../messaging/media-limits.ts';
import type { FetchedFile, MediaFile } from '../messaging/media.ts';
import { asObject, asText } from '../meta/webhook/read.ts';
import { errorIn } from '../meta/send/read-answer.ts';
import type { GraphTransport } from '../meta/send/graph-request.ts';
import { recognise } from './recognise.ts';

export interface DownloadRequest {
	url: string;
	/** Whether the token of the account goes along; then no redirect may be followed. */
	signed: boolean;
	/** Reading ends with an error as soon as there is more. */
	maxBytes: number;
	timeoutMs: number;
}

/** Gets what stands at an address; never follows a redirect. */
export type Download = (
	request: DownloadRequest,
) => Promise<{ status: number; bytes: Uint8Array; mimeType?: string; isTooLarge?: boolean }>;

/** What files are fetched with. */
export interface MediaAccess {
	/** Left out where there is no credential. */
	graph?: GraphTransport;
	/** Where the Graph API is; its host may hold files too, as that of a sandbox does. */
	graphBaseUrl: string;
	download: Download;
}

/**
 * Fetches a voice note or picture that is to be understood.
 * @throws MediaError with the reason.
 */
export async function fetchFile(
	access: MediaAccess,
	channel: Channel,
	file: MediaFile,
): Promise<FetchedFile> {
	const maxBytes = Math.min(MEDIA_MAX_BYTES[channel][file.kind], UNDERSTOOD_MAX_BYTES[file.kind]);
	const { bytes } = await fetched(access, { channel, file, maxBytes });
	return recognise(file.kind, bytes);
}

/**
 * Fetches any file of a customer, with the type that Meta tells.
 * @throws MediaError with the reason.
 */
export async function fetchBytes(
	access: MediaAccess,
	channel: Channel,
	file: MediaFile,
): Promise<Pick<FetchedFile, 'bytes' | 'mimeType'>> {
	const { bytes, mimeType } = await fetched(access, { channel, file, maxBytes: FILE_MAX_BYTES });
	return { bytes, mimeType: mimeType?.split(';')[0]?.trim() ?? 'application/octet-stream' };
}

/** By its ID from a short-lived address with the token, or from the address that came with it and without a token. */
async function fetched(
	{ graph, graphBaseUrl, download }: MediaAccess,
	{ channel, file, maxBytes }: { channel: Channel; file: MediaFile; maxBytes: number },
): Promise<{ bytes: Uint8Array; mimeType?: string }> {
	const url = file.id === undefined ? file.url : await addressOf(graph, file.id, maxBytes);
	if (url === undefined) throw new MediaError('expired', 'its address is not known');
	requireHost(url, graphBaseUrl);
	const signed = file.id !== undefined;
	const got = await download({ url, signed, maxBytes, timeoutMs: MEDIA_FETCH_MS }).catch((error: unknown) => {
		throw new MediaError('not_fetched', codeOf(error));
	});
	if (got.status >= 300) throw refused(got.status);
	if (got.isTooLarge) throw tooLarge(maxBytes, channel);
	return got;
}

/** Source: Meta, Cloud API "Media: retrieve media URL" (valid 5 minutes, 404 when it is gone); read 2026-11-22. */
async function addressOf(graph: GraphTransport | undefined, id: string, maxBytes: number): Promise<string> {
	if (!graph) throw new MediaError('no_credential', 'no credential of Meta is chosen');
	const response = await graph({ method: 'GET', path: encodeURIComponent(id) }).catch((error: unknown) => {
		throw new MediaError('not_fetched', codeOf(error));
	});
	const error = errorIn(response);
	if (error && TOKEN_CODES.includes(error.code))
		throw new MediaError('no_credential', `error ${error.code} of Meta`);
	const told = asObject(response.body);
	const url = asText(told?.url);
	const isGone = response.status === 404 || error?.code === UNKNOWN_OBJECT;
	if (response.status >= 300 || !url)
		throw new MediaError(
			isGone ? 'expired' : 'not_fetched',
			error ? `error ${error.code} of Meta` : `HTTP ${response.status}`,
		);
	if (Number(told?.file_size ?? 0) > maxBytes) throw tooLarge(maxBytes, 'whatsapp');
	return url;
}

/** "Object does not exist", with subcode 33. Source: Graph API, error handling; read 2026-11-22. */
const UNKNOWN_OBJECT = 100;

/** Meta's codes that are about the token or its permissions and not about the file. Source: Graph API, error handling; read 2026-11-22. */
const TOKEN_CODES: readonly number[] = [3, 10, 102, 190, 200];

function requireHost(address: string, graphBaseUrl: string): void {
	const url = URL.canParse(address) ? new URL(address) : undefined;
	const isMetas =
		url?.protocol === 'https:' &&
		MEDIA_HOSTS.some((host) => url.hostname === host || url.hostname.endsWith(`.${host}`));
	const isGraph = URL.canParse(graphBaseUrl) && url?.origin === new URL(graphBaseUrl).origin;
	if (!isMetas && !isGraph) throw new MediaError('wrong_address', `host ${url?.hostname ?? 'unknown'}`);
}

function tooLarge(maxBytes: number, channel: Channel): MediaError {
	const megabytes = Math.floor(maxBytes / 1024 / 1024);
	return new MediaError('too_large', `more than ${megabytes} MB, the limit of ${CHANNEL_NAMES[channel]}`);
}

function refused(status: number): MediaError {
	const found = `HTTP ${status}`;
	if (status < 400) return new MediaError('wrong_address', `${found}, a redirect`);
	if (status === 401 || status === 403) return new MediaError('expired', found);
	return new MediaError(status === 429 || status >= 500 ? 'not_fetched' : 'expired', found);
}

/** The words of a network fault hold the address, and an address opens the file. */
function codeOf(error: unknown): string {
	const { code } = error as { code?: unknown };
	return typeof code === 'string' ? code : 'no answer';
}
