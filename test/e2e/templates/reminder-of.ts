import type { Language } from '../../../harness/demo/options.ts';
import type { Imported } from './imported.ts';
import type { Stage } from './stage.ts';

/** The appointment reminder of a language: templates without follow-ups of their own are played on it. */
export function reminderOf({ templates }: Stage, language: Language): Imported {
	const found = templates.find(
		(one) => one.language === language && /^(appointment-reminder|recordatorio-de-cita)$/.test(one.file),
	);
	if (!found) throw new Error(`The appointment reminder in ${language} is not among the imported templates`);
	return found;
}
