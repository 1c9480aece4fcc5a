import { byId, element, filled, shortTime, timeOf, words } from './dom.js';
import { messagesWith, store } from './store.js';

const channels = [
	['whatsapp', 'WhatsApp'],
	['instagram', 'Instagram'],
	['messenger', 'Messenger'],
];

/** Offered for new customers, so that one click is enough to begin. */
const names = ['Laura', 'Carlos', 'Sofía', 'Mateo', 'Valentina', 'Andrés'];

/** Draws the list of customers, by channel. */
export function drawPeople(chosen, choose) {
	const focused = document.activeElement?.dataset?.customer;
	byId('no-people').hidden = store.customers.size > 0;
	const groups = channels.map(([channel, label]) => group(label, channel, chosen, choose)).filter(Boolean);
	byId('people').replaceChildren(...groups);
	if (focused) byId('people').querySelector(`[data-customer="${focused}"]`)?.focus();
}

function group(label, channel, chosen, choose) {
	const own = [...store.customers.values()].filter((customer) => customer.channel === channel);
	if (own.length === 0) return null;
	const list = element('ul', 'group');
	list.append(...own.map((customer) => element('li', '', person(customer, chosen, choose))));
	return element('div', channel, element('h3', 'channel-name', label), list);
}

function person(customer, chosen, choose) {
	const messages = messagesWith(customer.id);
	const last = messages.at(-1);
	const unread = messages.filter(
		(message) => message.direction === 'out' && message.states.delivered && !message.states.read,
	).length;
	const name = element('span', 'person-name', customer.name);
	const preview = element('span', 'person-last', last?.text ?? customer.phone ?? customer.username ?? '');
	const button = element(
		'button',
		'person',
		element('span', 'avatar', initials(customer.name)),
		element('span', 'person-text', name, preview),
	);
	const side = element('span', 'person-side', last ? element('time', '', shortTime(last.at)) : '');
	if (unread > 0 && customer.id !== chosen) {
		const badge = element('span', 'badge', String(unread));
		badge.title = filled('unread', { count: unread });
		badge.setAttribute('aria-label', badge.title);
		side.append(badge);
	}
	button.append(side);
	button.type = 'button';
	button.dataset.customer = customer.id;
	button.firstElementChild.setAttribute('aria-hidden', 'true');
	if (customer.id === chosen) button.setAttribute('aria-current', 'true');
	button.addEventListener('click', () => choose(customer.id));
	return button;
}

function initials(name) {
	return name
		.split(/\s+/)
		.slice(0, 2)
		.map((part) => [...part][0] ?? '')
		.join('')
		.toUpperCase();
}

/** Moves through the list with the arrow keys. */
export function arrowKeys(event) {
	if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
	const buttons = [...byId('people').querySelectorAll('.person')];
	const at = buttons.indexOf(document.activeElement);
	if (at === -1) return;
	event.preventDefault();
	buttons[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}

/** The dialog for a new customer: creates it and then calls back, or shows the sandbox's sentence if it refuses. */
export function newCustomerDialog(create, created) {
	const dialog = byId('new-dialog');
	const form = byId('new-form');
	const channel = () => form.elements.channel.value;
	const showPhone = () => (byId('new-phone-label').hidden = channel() !== 'whatsapp');
	byId('new-customer').addEventListener('click', () => {
		form.reset();
		byId('new-error').hidden = true;
		showPhone();
		byId('new-name').value = names[store.customers.size % names.length];
		byId('new-phone').value = `+57300${String(Date.now()).slice(-7)}`;
		byId('new-phone').setCustomValidity('');
		dialog.showModal();
		byId('new-name').select();
	});
	form.addEventListener('change', showPhone);
	const phoneField = byId('new-phone');
	const judgePhone = () => {
		const isWrong = channel() === 'whatsapp' && !/^(\+[1-9]\d{6,14})?$/.test(phoneIn(phoneField));
		phoneField.setCustomValidity(isWrong ? words.phoneWrong : '');
	};
	for (const kind of ['input', 'change']) form.addEventListener(kind, judgePhone);
	byId('new-cancel').addEventListener('click', () => dialog.close());
	form.addEventListener('submit', (event) => {
		event.preventDefault();
		const phone = channel() === 'whatsapp' ? phoneIn(phoneField) : '';
		create({ name: byId('new-name').value, channel: channel(), ...(phone && { phone }) }).then(
			(customer) => {
				// Closing gives the focus back to the button, so what follows may move it only afterwards.
				dialog.close();
				created(customer);
			},
			(error) => {
				byId('new-error').textContent = error.message;
				byId('new-error').hidden = false;
			},
		);
	});
}

/** A number as people write it, without what they put between the digits. */
const phoneIn = (field) => field.value.replace(/[\s().-]/g, '');

/** Draws what Meta refused and what was forbidden, newest first. */
export function drawTrouble() {
	byId('log-empty').hidden = store.problems.length > 0;
	const items = store.problems
		.slice(-50)
		.toReversed()
		.map((item) => {
			const label = element('strong', item.what, titleOf(item));
			const why = item.field
				? filled('notSubscribedWhy', { field: item.field })
				: (item.message ?? item.details);
			return element('li', '', label, ' ', element('time', '', timeOf(item.at)), element('p', '', why));
		});
	byId('log').replaceChildren(...items);
	byId('webhook').textContent = `${words.webhook}: ${store.settings.webhook ?? words.webhookNone}`;
}

function titleOf(item) {
	if (item.what === 'unsubscribed') return words.notSubscribed;
	return item.what === 'refusal' ? `${words.refusal} ${item.code}` : `${words.violation}: ${item.kind}`;
}
