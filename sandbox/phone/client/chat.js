import { byId, clock, dayOf, element, filled, timeOf, words } from './dom.js';
import { drawAgent } from './agent.js';
import { mediaTag } from './media.js';
import { keepFocus, reactionsOf } from './reactions.js';
import { messagesWith, store } from './store.js';

const actionsOf = {
	whatsapp: [
		...['button', 'opt_out_button', 'referral', 'call'],
		...['stop_marketing', 'resume_marketing', 'new_user_id'],
	],
	instagram: ['button', 'postback', 'referral'],
	messenger: ['button', 'postback', 'referral'],
};
const names = { whatsapp: 'WhatsApp', instagram: 'Instagram', messenger: 'Messenger' };

/** Draws the conversation with the chosen customer. */
export function drawChat(chosen) {
	const customer = store.customers.get(chosen);
	for (const id of ['bubbles', 'customer-form', 'business-form', 'window']) byId(id).hidden = !customer;
	byId('pick').hidden = Boolean(customer);
	document.querySelector('.phone').dataset.channel = customer?.channel ?? '';
	byId('chat-sub').textContent = customer ? `${names[customer.channel]} · ${customer.name}` : '';
	drawAgent(customer);
	if (!customer) return;
	byId('customer-text').placeholder = filled('write', { name: customer.name });
	byId('customer-text').setAttribute('aria-label', filled('write', { name: customer.name }));
	drawBubbles(customer);
	drawWindow(chosen);
}

function drawBubbles(customer) {
	const list = byId('bubbles');
	const atEnd =
		list.scrollHeight - list.scrollTop - list.clientHeight < 40 || list.dataset.customer !== customer.id;
	const items = [];
	let day = '';
	for (const message of messagesWith(customer.id)) {
		if (dayOf(message.at) !== day) items.push(element('li', 'day', (day = dayOf(message.at))));
		items.push(bubble(message));
	}
	if ((store.typing.get(customer.id) ?? 0) > Date.now())
		items.push(element('li', 'bubble theirs typing', words.typing));
	if (items.length === 0) items.push(element('li', 'hint', words.empty));
	const focus = keepFocus();
	list.replaceChildren(...items);
	focus();
	list.dataset.customer = customer.id;
	if (atEnd) list.scrollTop = list.scrollHeight;
}

function bubble(message) {
	const own = message.direction === 'in';
	const tag = own
		? element('span', 'via', mediaTag(message))
		: element(
				'span',
				'via',
				{ app: words.person, agent: words.agent }[message.via] ?? words.automation,
				message.template ? ` · ${words.template} ${message.template.name}` : '',
			);
	const text = element('p', 'text', message.text || `[${message.type}]`);
	const foot = element('span', 'foot', element('time', '', timeOf(message.at)), ticks(message));
	const item = element('li', `bubble ${own ? 'mine' : 'theirs'}`, tag, text, foot);
	if (message.via === 'agent') item.classList.add('by-agent');
	if (!own) item.append(...reactionsOf(message));
	if (message.states.failed) {
		item.classList.add('failed');
		item.append(
			element('span', 'why', `${words.failed}: ${message.error?.code ?? ''} ${message.error?.title ?? ''}`),
		);
	}
	return item;
}

function ticks(message) {
	const { states } = message;
	const own = message.direction === 'in';
	const state = states.failed
		? 'failed'
		: states.read
			? 'read'
			: states.delivered
				? 'delivered'
				: states.sent || own
					? 'sent'
					: 'accepted';
	const sign = { failed: '!', read: '✓✓', delivered: '✓✓', sent: '✓', accepted: '◷' }[state];
	const mark = element('span', `ticks ${state}`, sign);
	mark.title = words[state];
	mark.setAttribute('role', 'img');
	mark.setAttribute('aria-label', words[state]);
	return mark;
}

/** Draws how long free-form messages are still allowed. */
export function drawWindow(chosen) {
	const conversation = store.conversations.get(chosen);
	const customer = store.customers.get(chosen);
	if (!customer) return;
	const strip = byId('window');
	const left = conversation?.window?.closesAt ? Date.parse(conversation.window.closesAt) - clock.now() : null;
	const open = left !== null && left > 0;
	const closed = `windowClosed${names[customer.channel] === 'WhatsApp' ? 'Whatsapp' : names[customer.channel]}`;
	const parts = [
		open ? filled('windowOpen', { time: duration(left) }) : left === null ? words.windowNever : words[closed],
	];
	if (conversation?.stopped) parts.push(words.stopped);
	if (conversation?.marketingStopped) parts.push(words.marketingStopped);
	strip.textContent = parts.join(' · ');
	strip.dataset.state = open && !conversation.stopped ? 'open' : 'closed';
}

function duration(ms) {
	const minutes = Math.floor(ms / 60_000);
	if (minutes < 1) return '< 1 min';
	return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Draws the buttons for what the customer can do besides writing. */
export function drawActions(chosen, act) {
	const customer = store.customers.get(chosen);
	const buttons = (actionsOf[customer?.channel] ?? []).map((kind) => {
		const button = element('button', '', words[kind]);
		button.type = 'button';
		button.addEventListener('click', () => act(kind));
		return button;
	});
	byId('actions').replaceChildren(...buttons);
}
