import { LRUCache } from 'lru-cache';
import type { FollowUpDefinition } from '../../follow-up/definition.ts';
import { ACTIVE_LIMIT } from '../../follow-up/catalogue/limits.ts';
import { optOutWordsInSettings, storedSettings, type ChatbotSettings } from '../../follow-up/settings.ts';
import { storedDefinition } from '../../follow-up/stored/definition.ts';
import { readJson, type Read } from '../database/stored-json.ts';
import type { FollowUpDefinitionsTable } from '../database/schema.ts';

/** Each process reads the same few texts with every delivery, and checking a time zone is slow. */
const REMEMBERED = 500;

function remembering<T>(read: (json: string) => Read<T>): (json: string) => Read<T> {
	const known = new LRUCache<string, Read<T>>({ max: REMEMBERED, memoMethod: read });
	return (json) => known.memo(json);
}

const definitionOf = remembering((json) => readJson(storedDefinition, json));
const settingsOf = remembering((json) => readJson(storedSettings, json));
const optOutWordsOf = remembering((json) => readJson(optOutWordsInSettings, json));

export type StoredDefinition = Pick<FollowUpDefinitionsTable, 'follow_up' | 'name' | 'definition_json'>;

/**
 * A follow-up as Follow-Up Evaluate last registered it, by whichever release: what is missing gets its default. Its row
 * says what it is called; what cannot be read comes back with the reason and is never sent.
 */
export function readStoredDefinition({
	follow_up: id,
	name,
	definition_json,
}: StoredDefinition): Read<FollowUpDefinition> {
	const read = definitionOf(definition_json);
	return 'value' in read ? { value: { ...read.value, id, name } } : read;
}

/** The settings of a chatbot, likewise. */
export const readStoredSettings = (json: string): Read<ChatbotSettings> => settingsOf(json);

/** How many follow-ups of a chatbot may be active. */
export function storedActiveLimit(json: string): number {
	const read = readStoredSettings(json);
	return 'value' in read ? read.value.activeLimit : ACTIVE_LIMIT;
}

/** The opt-out words of a chatbot. */
export function storedOptOutWords(json: string): string[] {
	const read = optOutWordsOf(json);
	return 'value' in read ? read.value.extraOptOutWords : [];
}

/** Whether a follow-up is sent: the switch set from outside the workflow counts, or else the one in the workflow. */
export function isActive(row: StoredDefinition & Pick<FollowUpDefinitionsTable, 'active_override'>): boolean {
	const read = readStoredDefinition(row);
	if (!('value' in read)) return false;
	return row.active_override === null ? read.value.active : row.active_override === 1;
}
