import { spanish } from '../words/spanish.ts';

/** What the page of the nodes says around the texts of the editor. */
export interface PageWords {
	head: string;
	credentials: string;
	credentialsOf: string;
	sharedFields: string;
	/** Leads to the part with the shared fields. */
	above: string;
	noFields: string;
	when: string;
	unless: string;
	is: string;
	and: string;
	or: string;
	on: string;
	off: string;
	required: string;
	defaultValue: string;
	example: string;
	note: string;
	/** The same text in the language of the page. */
	text: (english: string) => string;
}

const en: PageWords = {
	head: `# Nodes and fields

Every node, operation and field as the editor shows them, with default values in brackets. A field that is there only
sometimes says when. [En español](nodes.es.md).

<!-- Made by \`npm run docs\` from the nodes; edit the descriptions there, not this page. -->`,
	credentials: 'Credentials',
	credentialsOf: 'Credentials',
	sharedFields: 'fields of several operations',
	above: 'as above',
	noFields: 'No fields.',
	when: 'when',
	unless: 'not when',
	is: 'is',
	and: 'and',
	or: 'or',
	on: 'on',
	off: 'off',
	required: 'required',
	defaultValue: 'default',
	example: 'e.g.',
	note: 'Note',
	text: (english) => english,
};

const es: PageWords = {
	head: `# Nodos y campos

Todos los nodos, operaciones y campos como los muestra el editor, con el valor por defecto entre paréntesis. El editor está
en inglés: los nombres de los campos se dejan como aparecen allí. Un campo que solo está a veces dice cuándo.
[In English](nodes.md).

<!-- Hecha con \`npm run docs\` a partir de los nodos y de scripts/docs/words; cambia los textos allí, no en esta página. -->`,
	credentials: 'Credenciales',
	credentialsOf: 'Credenciales',
	sharedFields: 'campos de varias operaciones',
	above: 'como arriba',
	noFields: 'Sin campos.',
	when: 'cuando',
	unless: 'no cuando',
	is: 'es',
	and: 'y',
	or: 'o',
	on: 'activado',
	off: 'desactivado',
	required: 'obligatorio',
	defaultValue: 'por defecto',
	example: 'p. ej.',
	note: 'Nota',
	text: spanish,
};

/** The words of the page in each language. */
export const pageWords = { en, es };
