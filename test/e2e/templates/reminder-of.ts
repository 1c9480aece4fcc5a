import type { Language } from '../../../harness/demo/options.ts';
import type { Imported } from './imported.ts';
import type { Fixture } from './fixture.ts';

/** The appointment reminder of a language: templates without follow-ups of their own are tried on it. */
export function reminderOf({ templates }: Fixture, language: Language): Imported {
	const found = templates.find(
		(one) => one.language === language && /^(appointment-reminder|recordatorio-de-cita)$/.test(one.file),
	);
	if (!found) throw new Error(`The appointment reminder in ${language} is not among the imported templates`);
	return found;
}
