/** Of a longer form the beginning is read: the check must cost no time. */
const MAX_ANSWERS = 20;
const MAX_LENGTH = 64_000;

/**
 * The words in the answer of a flow, which WhatsApp delivers as JSON; undefined for anything else. Each stands for itself: a
 * number or a checkmark beside them says nothing, and their quotation marks are no quotation.
 */
export function formAnswers(text: string): string[] | undefined {
	if (!text.startsWith('{') || text.length > MAX_LENGTH) return undefined;
	const answers: string[] = [];
	try {
		JSON.parse(text, (_, value: unknown) => {
			if (typeof value === 'string' && answers.length < MAX_ANSWERS) answers.push(value);
			return value;
		});
	} catch {
		// Somebody wrote a brace: what they wrote is read as it stands.
		return undefined;
	}
	return answers;
}
