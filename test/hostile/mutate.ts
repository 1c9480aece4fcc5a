import { FIXTURES } from '../fixtures/meta/index.ts';
import type { Chance } from '../simulation/chance.ts';
import { oddValue, REMOVED } from './values.ts';

type Holder = Record<string, unknown>;
interface Place {
	holder: Holder;
	key: string;
	depth: number;
}

/** The envelope is in every delivery, and spoiling it hides what is inside; so mostly what is inside changes. */
const ENVELOPE_DEPTH = 4;
const MOST_CHANGES = 5;
const MOST_COPIES = 200;

/** A delivery of Meta in which a few places hold something else, or which is no JSON any more. */
export function hostileBody(chance: Chance): Buffer {
	const body = structuredClone(chance.oneOf(FIXTURES).body) as Holder;
	// Mostly of its own message; what was delivered before is only recognised.
	if (chance.happens(0.7)) renewIds(body, `.${chance.between(0, 1e9)}`);
	const changes = chance.between(1, MOST_CHANGES + 1);
	for (let change = 0; change < changes; change++) changeOnePlace(body, chance);
	const bytes = Buffer.from(
		chance.happens(0.001) ? (JSON.stringify(oddValue(chance)) ?? '') : JSON.stringify(body),
	);
	return chance.happens(0.04) ? damaged(bytes, chance) : bytes;
}

const OF_A_MESSAGE = new Set(['id', 'mid', 'message_id']);

function renewIds(body: Holder, suffix: string): void {
	for (const { holder, key, depth } of placesIn(body)) {
		if (depth < ENVELOPE_DEPTH || !OF_A_MESSAGE.has(key) || typeof holder[key] !== 'string') continue;
		holder[key] += suffix;
	}
}

function changeOnePlace(body: Holder, chance: Chance): void {
	const all = placesIn(body);
	const inside = all.filter(({ depth }) => depth >= ENVELOPE_DEPTH);
	const places = inside.length > 0 && chance.happens(0.9) ? inside : all;
	if (places.length === 0) return;
	const { holder, key } = chance.oneOf(places);
	const value = newValue(holder[key], chance);
	if (value === REMOVED) delete holder[key];
	else setOwn(holder, chance.happens(0.02) ? '__proto__' : key, value);
}

/** By assignment a key `__proto__` would set the prototype. */
function setOwn(holder: Holder, key: string, value: unknown): void {
	Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true });
}

function newValue(old: unknown, chance: Chance): unknown {
	if (chance.happens(0.15)) return valueOfAnother(chance);
	if (Array.isArray(old) && chance.happens(0.4)) return old.flatMap((one: unknown) => copiesOf(one, chance));
	if (typeof old === 'string' && chance.happens(0.15))
		return [old, Number(old), `${old} `, { body: old }][chance.between(0, 4)];
	return oddValue(chance);
}

function copiesOf(one: unknown, chance: Chance): unknown[] {
	const count = chance.happens(0.05) ? MOST_COPIES : chance.between(0, 4);
	return Array.from({ length: count }, () => structuredClone(one));
}

/** Something that stands elsewhere, perhaps in a delivery of another channel. */
function valueOfAnother(chance: Chance): unknown {
	const { holder, key } = chance.oneOf(placesIn(structuredClone(chance.oneOf(FIXTURES).body) as Holder));
	return holder[key];
}

function placesIn(holder: Holder, depth = 0): Place[] {
	// What was put in may be deeper than the stack is high.
	if (depth > 30) return [];
	return Object.keys(holder).flatMap((key) => {
		const value = holder[key];
		const within = typeof value === 'object' && value !== null ? placesIn(value as Holder, depth + 1) : [];
		return [{ holder, key, depth }, ...within];
	});
}

/** Cut off, with a wrong byte, with a mark in front, or twice. */
function damaged(bytes: Buffer, chance: Chance): Buffer {
	const place = chance.between(0, bytes.length);
	const wrong = Buffer.from(bytes);
	if (wrong.length > 0) wrong[place] = chance.between(0, 256);
	const ways = [
		bytes.subarray(0, place),
		wrong,
		Buffer.concat([Buffer.from('\ufeff'), bytes]),
		Buffer.concat([bytes, bytes]),
	];
	return chance.oneOf(ways);
}
