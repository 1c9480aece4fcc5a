/**
 * Reactions that say yes, thanks or done. Meta defines no meaning of any emoji; this is what people in chats of shops
 * use for an answer (our own choice, 2026-11-30). A laugh, a tear or an angry face answers nothing.
 */
const APPROVING = new Set([
	...[
		'👍',
		'👌',
		'✅',
		'☑',
		'✔',
		'🆗',
		'💯',
		'🤝',
		'🙌',
		'👏',
		'🫡',
		'💪',
		'🎉',
		'🔥',
		'❤‍🔥',
		'🥳',
		'✌',
		'🤙',
	],
	...['🙏', '🤗', '😊', '☺', '🥰', '😍', '😘', '🤩', '💋', '🫶', '🙂', '😉', '😁'],
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

/** Reactions that say no: they answer too, and ask for nothing: who gives 👎 to one message may still want the next. */
const REFUSING = new Set(['👎', '🚫', '❌', '❎', '🖕', '🛑', '✋', '🙅', '🙅‍♀', '🙅‍♂', '⛔', 'dislike']);

/** Skin tones, and the sign that asks for a coloured picture. */
const VARIANTS = /\p{Emoji_Modifier}|\u{FE0E}|\u{FE0F}/gu;

/** Longer than any emoji with its joiners. */
const EMOJI_MAX_LENGTH = 32;

/** Tells whether a reaction can be the answer to a message: 👍 and 👎 are, 😢 is not, a removed one is not. */
export function isAnswer(emoji: string | undefined): boolean {
	if (emoji === undefined || emoji.length > EMOJI_MAX_LENGTH) return false;
	const plain = emoji.replace(VARIANTS, '').trim();
	return APPROVING.has(plain) || REFUSING.has(plain);
}
