import { drawActions, drawChat, drawWindow } from './chat.js';
import { agentControls } from './agent.js';
import { api, byId, clock, element, filled, words } from './dom.js';
import { mediaControls } from './media.js';
import { arrowKeys, drawPeople, drawTrouble, newCustomerDialog } from './people.js';
import { reactionControls } from './reactions.js';
import { changes, live, loadLedger, messagesWith, store } from './store.js';

let chosen = new URLSearchParams(location.hash.slice(1)).get('customer');
const pane = document.querySelector('.pane');
let drawing = false;

function show() {
	drawPeople(chosen, choose);
	drawChat(chosen);
	drawTrouble();
	readShown();
}

function choose(customer) {
	chosen = customer;
	history.replaceState(null, '', customer ? `#customer=${customer}` : location.pathname + location.search);
	pane.dataset.view = customer ? 'chat' : 'people';
	drawActions(chosen, act);
	byId('more').open = false;
	show();
	if (!customer) return;
	byId('customer-text').focus();
	document.dispatchEvent(new Event('customer-chosen'));
}

// Many changes come at once; one drawing shows them all.
function draw() {
	if (drawing) return;
	drawing = true;
	setTimeout(() => {
		drawing = false;
		show();
	}, 16);
}

// A conversation that is on the screen is read.
function readShown() {
	if (document.visibilityState !== 'visible' || !store.customers.has(chosen)) return;
	const unread = messagesWith(chosen).some(
		(message) => message.direction === 'out' && message.states.delivered && !message.states.read,
	);
	if (unread) void api('POST', `/customers/${chosen}/events`, { kind: 'read' });
}

function act(kind) {
	api('POST', `/customers/${chosen}/events`, {
		kind,
		...(kind === 'button' && { text: words.yes[0].toUpperCase() + words.yes.slice(1) }),
		...(kind === 'opt_out_button' && { text: words.optOutLabel }),
	}).catch((error) => alert(error.message));
}

/** Of a text field, in pixels: how high it grows, and its two borders. */
const HIGHEST = 120;
const BORDERS = 2;

function form(id, submit) {
	const field = byId(`${id}-text`);
	const grow = () => {
		field.style.height = 'auto';
		// What is not shown has no height yet.
		if (field.scrollHeight === 0) return;
		field.style.height = `${Math.min(field.scrollHeight + BORDERS, HIGHEST)}px`;
		field.style.overflowY = field.scrollHeight + BORDERS > HIGHEST ? 'auto' : 'hidden';
	};
	field.addEventListener('input', grow);
	field.addEventListener('keydown', (event) => {
		if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
		event.preventDefault();
		byId(`${id}-form`).requestSubmit();
	});
	byId(`${id}-form`).addEventListener('submit', async (event) => {
		event.preventDefault();
		const text = field.value.trim();
		if (!text) return;
		await submit(text).then(
			() => (field.value = ''),
			(error) => alert(error.message),
		);
		grow();
	});
}

byId('customer-when').append(
	...[0, 6, 20, 23, 25].map((hours) => {
		const option = element('option', '', hours === 0 ? words.whenNow : filled('whenAgo', { hours }));
		option.value = String(hours);
		return option;
	}),
);

function when() {
	const hours = Number(byId('customer-when').value);
	return hours > 0 ? { at: clock.now() - hours * 3_600_000 } : {};
}

form('customer', (text) => api('POST', `/customers/${chosen}/messages`, { text, ...when() }));
mediaControls(() => chosen, when);
form('business', (text) => api('POST', `/customers/${chosen}/business`, { text }));
agentControls(() => chosen);
reactionControls(() => chosen, draw);
newCustomerDialog(
	(input) => api('POST', '/customers', input),
	(customer) => {
		store.customers.set(customer.id, customer);
		choose(customer.id);
	},
);
byId('people').addEventListener('keydown', arrowKeys);
byId('back').addEventListener('click', () => choose(null));
document.addEventListener('visibilitychange', readShown);
setInterval(() => drawWindow(chosen), 1_000);

live(changes, loadLedger, (kind) => {
	if (kind === 'load') {
		if (!store.customers.has(chosen)) chosen = null;
		pane.dataset.view = chosen ? 'chat' : 'people';
		drawActions(chosen, act);
	}
	draw();
});
