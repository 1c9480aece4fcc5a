/** Small readers for JSON of unknown shape: each gives the value if it is what was asked for, otherwise undefined. */

export type Json = Record<string, unknown>;

export function asObject(value: unknown): Json | undefined {
	return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : undefined;
}

export function asArray(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

/** Text, or a number as text: Meta writes the same ID either way in different products. */
export function asText(value: unknown): string | undefined {
	if (typeof value === 'string') return storable(value) || undefined;
	return typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;
}

/**
 * JSON may hold what no database takes as text: Postgres refuses the whole statement for a U+0000, and half of a surrogate pair
 * comes back from SQLite as another letter, so that an ID is not found again.
 */
function storable(text: string): string {
	const whole = text.toWellFormed();
	return whole.includes('\0') ? whole.replaceAll('\0', '') : whole;
}

/** What Meta sends as an object of its own has tens of values; one with more than this is no news of anything. */
const JSON_VALUES_MOST = 5_000;

/**
 * The JSON text of a value; undefined when it holds more values than Meta ever sends. Writing a quarter of a million lists
 * inside each other takes 130 ms (Node 24.21, 2026-12-01), in which n8n would stand still.
 */
export function asJson(value: unknown): string | undefined {
	const open = [value];
	for (let seen = 0; open.length > 0; seen++) {
		if (seen + open.length > JSON_VALUES_MOST) return undefined;
		const one = open.pop();
		if (typeof one !== 'object' || one === null) continue;
		for (const key in one) {
			open.push((one as Json)[key]);
			if (open.length > JSON_VALUES_MOST) return undefined;
		}
	}
	return JSON.stringify(value);
}

/** A number, or digits in a string. */
export function asNumber(value: unknown): number | undefined {
	if (typeof value !== 'number' && typeof value !== 'string') return undefined;
	const number = Number(value);
	return value === '' || !Number.isFinite(number) ? undefined : number;
}

/** A value of any shape for a message: short, whatever it is. */
export function shown(value: unknown): string {
	if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'a list' : 'an object';
	return String(JSON.stringify(value)).slice(0, 60);
}

/** Above this a time is in milliseconds: as seconds it would lie in the year 5138. */
const MILLISECONDS_FROM = 1e11;
const LATEST_MS = Date.UTC(2100, 0, 1);

/**
 * The provider's time as ISO 8601. WhatsApp writes strings of seconds, Messenger and Instagram numbers of milliseconds
 * (Meta, webhook references, read 2026-11-22); account-level fields write numbers of seconds.
 */
export function asTime(value: unknown): string | undefined {
	const number = asNumber(value);
	if (number === undefined || number <= 0) return undefined;
	const ms = number < MILLISECONDS_FROM ? number * 1000 : number;
	return ms < LATEST_MS ? new Date(ms).toISOString() : undefined;
}
