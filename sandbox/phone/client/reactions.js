import { api, byId, element, words } from './dom.js';

const emoji = ['👍', '❤️', '✅', '🙏'];

/** The message whose emoji are open; kept here because the bubbles are drawn anew at every change. */
let open = null;

/** What a bubble of the business has of reactions: the one given, and the way to give one. */
export function reactionsOf(message) {
	const given = message.reaction ? element('span', 'reaction', message.reaction) : '';
	const react = element('button', 'react', '☺');
	react.type = 'button';
	react.dataset.message = message.id;
	react.setAttribute('aria-label', words.reaction);
	react.setAttribute('aria-expanded', String(open === message.id));
	if (open !== message.id) return [given, react];
	const choices = emoji.map((sign) => {
		const choice = element('button', 'emoji', sign);
		choice.type = 'button';
		choice.dataset.message = message.id;
		choice.dataset.emoji = sign;
		choice.setAttribute('aria-pressed', String(message.reaction === sign));
		return choice;
	});
	return [given, react, element('span', 'emoji-row', ...choices)];
}

/** Remembers which of these buttons has the focus; call what it answers after drawing. */
export function keepFocus() {
	const { message, emoji: sign } = document.activeElement?.dataset ?? {};
	return () => {
		if (!message) return;
		const buttons = [...byId('bubbles').querySelectorAll('button')];
		const same = buttons.filter((button) => button.dataset.message === message);
		(same.find((button) => button.dataset.emoji === sign) ?? same[0])?.focus({ preventScroll: true });
	};
}

/** Opens the emoji of a message, and gives or takes back the one that is tapped. */
export function reactionControls(chosen, draw) {
	byId('bubbles').addEventListener('click', ({ target }) => {
		const { message, emoji: sign } = target.dataset ?? {};
		if (!message) return;
		if (sign) {
			const takenBack = target.getAttribute('aria-pressed') === 'true';
			const event = { kind: 'reaction', messageId: message, emoji: takenBack ? null : sign };
			api('POST', `/customers/${chosen()}/events`, event).catch((error) => alert(error.message));
		}
		open = open === message ? null : message;
		draw();
	});
	byId('bubbles').addEventListener('keydown', (event) => {
		if (event.key !== 'Escape' || open === null) return;
		open = null;
		draw();
	});
}
