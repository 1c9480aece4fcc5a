import {
	FOLLOW_UP_CATALOGUE,
	SETTINGS_FIELDS,
	type Field as CatalogueField,
} from '../../../lib/follow-up/catalogue/index.ts';
import { credentials } from './credentials-es.ts';
import { evaluate } from './evaluate-es.ts';
import { manager } from './manager-es.ts';
import { managerMore } from './manager-more-es.ts';
import { messaging } from './messaging-es.ts';
import { trigger } from './trigger-es.ts';
import { waiting } from './waiting-es.ts';

/** The fields of follow-ups and settings bring theirs along. */
function fromCatalogue(): Record<string, string> {
	const forms = [FOLLOW_UP_CATALOGUE, SETTINGS_FIELDS].flatMap((fields) =>
		Object.values<CatalogueField>(fields).flatMap(({ forms: shown }) => shown),
	);
	const texts = forms.flatMap(({ input, ...form }) => [form, ...('choices' in input ? input.choices : [])]);
	return Object.fromEntries(
		texts.flatMap(({ description, es }) => (description && es ? [[description, es]] : [])),
	);
}

const TEXTS: Readonly<Record<string, string>> = {
	...credentials,
	...fromCatalogue(),
	...evaluate,
	...manager,
	...managerMore,
	...messaging,
	...trigger,
	...waiting,
};

/** A text of the editor in Spanish. A text that is new or was changed stops `npm run docs` until it is translated. */
export function spanish(english: string): string {
	const text = TEXTS[english];
	if (text === undefined) {
		throw new Error(
			`A text of the editor has no Spanish yet: ${JSON.stringify(english)}. Add it to scripts/docs/words/*-es.ts, with exactly this English text as its key; of a field of the catalogue, as its "es".`,
		);
	}
	return text;
}
