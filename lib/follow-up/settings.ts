import * as z from 'zod4';
import { checksOf } from './catalogue/field.ts';
import { SETTINGS_FIELDS } from './catalogue/settings.ts';

const fields = z.strictObject(checksOf(SETTINGS_FIELDS), 'must be an object with settings');

/** Everything that holds for all follow-ups of a chatbot. */
export const settingsSchema = fields.prefault({});

/** Settings as any release stored them: what is missing gets its default, what is not known here is left out. */
export const storedSettings = fields.strip();

/** The words alone: an opt-out is heard also where the other settings cannot be read. */
export const optOutWordsInSettings = z.object({ extraOptOutWords: fields.shape.extraOptOutWords.catch([]) });

export type ChatbotSettings = z.output<typeof settingsSchema>;
