import { RefusedError } from '../../messaging/refused-error.ts';

/** Name and language in one text, as the template picker holds them. */
export function templateKey({ name, language }: { name: string; language: string }): string {
	return `${name}:${language.replace('-', '_')}`;
}

/**
 * Takes a template key apart.
 * @throws RefusedError when the text is not of the form `name:language`.
 */
export function parseTemplateKey(key: string): { name: string; language: string } {
	const [, name, language] = /^([a-z0-9_]+):([a-z]{2,3}(?:[_-][A-Za-z]{2,4})?)$/.exec(key.trim()) ?? [];
	if (!name || !language)
		throw new RefusedError(
			`"${key}" names no template`,
			'Write name:language, e.g. appointment_reminder:en_US, or choose one from the list',
		);
	return { name, language: language.replace('-', '_') };
}
