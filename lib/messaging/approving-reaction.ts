/**
 * Reactions that say yes, thanks or done. Meta defines no meaning of any emoji; this is what people in chats of shops
 * use for an answer (our own choice, 2026-11-30). A laugh, a tear or an angry face answers nothing.
 */
const APPROVING = new Set([
	...['👍', '👌', '✅', '☑', '✔', '🆗', '💯', '🤝', '🙌', '👏', '🫡', '💪', '🎉', '🔥'],
	...['🙏', '🤗', '😊', '☺', '🥰', '😍', '😘', '🤩', '💋', '🫶'],
	...[
		'❤',
		'🩷',
		'🧡',
		'💛',
		'💚',
		'💙',
		'🩵',
		'💜',
		'🤎',
		'🖤',
		'🩶',
		'🤍',
		'💕',
		'💖',
		'💗',
		'💓',
		'💞',
		'💝',
		'❣',
	],
	// The names that Messenger and Instagram give instead of an emoji.
	...['like', 'love'],
]);

/** Skin tones, and the sign that asks for a coloured picture. */
const VARIANTS = /\p{Emoji_Modifier}|\u{FE0E}|\u{FE0F}/gu;

/** Longer than any emoji with its joiners. */
const EMOJI_MAX_LENGTH = 32;

/** Tells whether a reaction can be the answer to a message: 👍 is, 😢 is not, a removed one is not. */
export function isApproving(emoji: string | undefined): boolean {
	if (emoji === undefined || emoji.length > EMOJI_MAX_LENGTH) return false;
	return APPROVING.has(emoji.replace(VARIANTS, '').trim());
}
