import { z } from 'zod/v4';
import { checksOf } from './catalogue/field.ts';
import { SETTINGS_FIELDS } from './catalogue/settings.ts';

const fields = z.strictObject(checksOf(SETTINGS_FIELDS), 'must be an object with settings');

/** Everything that holds for all follow-ups of a chatbot. */
export const settingsSchema = fields.prefault({});

const storedSettings = fields.strip();

/** Checked settings by their JSON: the store reads the same few again and again, and checking a time zone is slow. */
const read = new Map<string, ChatbotSettings>();
const REMEMBERED = 100;

/** Settings as the store kept them, perhaps for an earlier or later release: what is missing gets its default. */
export function readStoredSettings(json: string): ChatbotSettings {
	let settings = read.get(json);
	if (!settings) {
		settings = storedSettings.parse(JSON.parse(json));
		if (read.size >= REMEMBERED) read.clear();
		read.set(json, settings);
	}
	return settings;
}

export type ChatbotSettings = z.output<typeof settingsSchema>;
