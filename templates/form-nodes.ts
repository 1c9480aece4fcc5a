import { builtin } from './builtin-nodes.ts';
import type { NodePart } from './template.ts';
import type { Text } from './words.ts';

type Place = [number, number];

/** A field of a form. Its label is also the name under which its answer comes out. */
export interface Field {
	label: Text;
	type?: 'text' | 'textarea' | 'number' | 'dropdown';
	options?: Text[];
	required?: boolean;
	placeholder?: Text;
	/** What stands in it when the page opens: a text or an expression. */
	filled?: Text | string;
}

function formFields(fields: Field[]): object {
	return {
		values: fields.map(({ label, type = 'text', options, required, placeholder, filled }) => ({
			...{ fieldLabel: label, fieldType: type },
			...(options ? { fieldOptions: { values: options.map((option) => ({ option })) } } : {}),
			...(placeholder ? { placeholder } : {}),
			...(filled ? { defaultValue: filled } : {}),
			...(required ? { requiredField: true } : {}),
		})),
	};
}

/** The first page. It asks for a login, because whoever opens it acts for the business. */
export function formStart(
	key: string,
	name: Text,
	at: Place,
	{ title, text, fields, button }: { title: Text; text: Text; fields: Field[]; button: Text },
): NodePart {
	return builtin('formTrigger', 2.3, key, name, at, {
		...{ authentication: 'basicAuth', formTitle: title, formDescription: text },
		...{ formFields: formFields(fields), responseMode: 'lastNode' },
		options: { appendAttribution: false, buttonLabel: button },
	});
}

/** A further page. */
export function formPage(
	key: string,
	name: Text,
	at: Place,
	{ title, text, fields, button }: { title: Text; text: Text | string; fields: Field[]; button: Text },
): NodePart {
	return builtin('form', 2.3, key, name, at, {
		...{ operation: 'page', defineForm: 'fields', formFields: formFields(fields) },
		options: { formTitle: title, formDescription: text, buttonLabel: button },
	});
}

/** The last page. */
export function formEnd(
	key: string,
	name: Text,
	at: Place,
	title: Text | string,
	text: Text | string,
): NodePart {
	return builtin('form', 2.3, key, name, at, {
		...{ operation: 'completion', respondWith: 'text', completionTitle: title, completionMessage: text },
		options: { appendAttribution: false },
	});
}
