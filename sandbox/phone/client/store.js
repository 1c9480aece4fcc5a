import { api, byId, clock } from './dom.js';

/** What the page knows of the ledger; filled once and kept true by server-sent events. */
export const store = {
	customers: new Map(),
	conversations: new Map(),
	messages: new Map(),
	problems: [],
	settings: {},
	typing: new Map(),
};

/** Opens the stream, loads the ledger whenever it (re)connects, and calls back after every change. */
export function live(kinds, load, onChange) {
	const source = new EventSource('/api/events');
	const refresh = () => load().then(() => onChange('load'));
	for (const kind of ['hello', 'heartbeat']) {
		source.addEventListener(kind, (event) => {
			clock.ahead = Date.parse(JSON.parse(event.data).now) - Date.now();
		});
	}
	source.addEventListener('hello', refresh);
	source.addEventListener('reset', refresh);
	for (const [kind, apply] of Object.entries(kinds)) {
		source.addEventListener(kind, (event) => {
			apply(JSON.parse(event.data));
			onChange(kind);
		});
	}
	source.onopen = () => (byId('lost').hidden = true);
	source.onerror = () => (byId('lost').hidden = false);
}

/** Loads the whole ledger. */
export async function loadLedger() {
	const state = await api('GET', '/state');
	store.customers = new Map(state.customers.map((customer) => [customer.id, customer]));
	store.conversations = new Map(
		state.conversations.map((conversation) => [conversation.customer, conversation]),
	);
	store.messages = new Map(state.messages.map((message) => [message.id, message]));
	store.settings = state.settings;
	const problems = [
		...state.refusals.map((item) => ({ ...item, what: 'refusal' })),
		...state.violations.map((item) => ({ ...item, what: 'violation' })),
		...state.deliveries
			.filter((item) => item.notSubscribed)
			.map((item) => ({ ...item, what: 'unsubscribed' })),
	];
	store.problems = problems.toSorted((one, other) => one.at.localeCompare(other.at));
}

/** What each kind of event changes. */
export const changes = {
	customer: ({ customer }) => store.customers.set(customer.id, customer),
	conversation: ({ conversation }) => store.conversations.set(conversation.customer, conversation),
	message: ({ message }) => {
		if (message.direction === 'out') store.typing.delete(message.customer);
		store.messages.set(message.id, message);
	},
	typing: ({ customer }) => store.typing.set(customer, Date.now() + 25_000),
	refusal: ({ refusal }) => store.problems.push({ ...refusal, what: 'refusal' }),
	violation: ({ violation }) => store.problems.push({ ...violation, what: 'violation' }),
	delivery: ({ delivery }) => {
		if (delivery.notSubscribed) store.problems.push({ ...delivery, what: 'unsubscribed' });
	},
	settings: ({ settings }) => (store.settings = settings),
};

/** The messages with a customer by their own time: late ones find their place. */
export function messagesWith(customer) {
	return [...store.messages.values()]
		.filter((message) => message.customer === customer)
		.toSorted((one, other) => one.at.localeCompare(other.at));
}
