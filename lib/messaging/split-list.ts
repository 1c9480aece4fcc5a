/** The parts of a text that a user separated by commas, semicolons or white space. */
export function splitList(text: string | undefined): string[] {
	return (text ?? '').split(/[\s,;]+/).filter((part) => part !== '');
}
