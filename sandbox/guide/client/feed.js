import { byId, clock, element, exactTimeOf, filled, shortTime, timeOf, words } from '/client/dom.js';

const waiting = ['planned', 'waits'];
const shown = new Map();
// The sandbox counts from 1 again when it starts anew.
const keyOf = ({ id, at }) => `${id} ${at}`;

/** Draws what has happened inside, newest first. */
export function drawFeed(entries) {
	byId('feed-empty').hidden = entries.length > 0;
	byId('feed').hidden = entries.length === 0;
	for (const entry of entries) if (!shown.has(keyOf(entry))) shown.set(keyOf(entry), line(entry));
	const lines = entries.toReversed().map((entry) => shown.get(keyOf(entry)));
	const list = byId('feed');
	// What is already there stays in place: a reader may have selected it, and a screen reader has read it.
	for (const [index, one] of lines.entries())
		if (list.children[index] !== one) list.insertBefore(one, list.children[index] ?? null);
	while (list.children.length > lines.length) list.lastElementChild.remove();
	markLast(entries);
}

function line(entry) {
	const { kind, at, who, followUp, text, until, code } = entry;
	const short = kind === 'status' && text;
	const head = element(
		'p',
		'feed-head',
		element('strong', '', short ? `${words.kind_status}: ${text}` : words[`kind_${kind}`]),
		who ? element('span', 'who', who) : '',
		element('time', '', exactTimeOf(at)),
	);
	const made = element('li', `entry ${kind}`, head);
	if (followUp) made.append(element('p', 'follow-up', followUp));
	if (text && !short) made.append(element('p', 'said', text));
	if (until) {
		const left = element('span', 'left', '');
		left.dataset.until = until;
		made.append(element('p', 'until', filled('dueAt', { when: whenOf(until) }), ' ', left));
	}
	if (code) made.append(element('code', '', code));
	return made;
}

function whenOf(iso) {
	const day = shortTime(iso);
	return day === timeOf(iso) ? day : `${day}, ${timeOf(iso)}`;
}

// Only the last plan of a follow-up still counts down.
function markLast(entries) {
	const settled = new Set();
	for (const entry of entries.toReversed()) {
		const { kind, who, followUp } = entry;
		const key = `${who} ${followUp}`;
		shown.get(keyOf(entry)).classList.toggle('open', waiting.includes(kind) && !settled.has(key));
		if (followUp) settled.add(key);
	}
}

/** Draws how long is left until what is planned. */
export function drawRemaining() {
	for (const left of document.querySelectorAll('.entry .left')) {
		const ms = Date.parse(left.dataset.until) - clock.now();
		const open = left.closest('.entry').classList.contains('open');
		const text = open && ms > 0 ? `· ${filled('remaining', { time: duration(ms) })}` : '';
		if (left.textContent !== text) left.textContent = text;
	}
}

function duration(ms) {
	const seconds = Math.ceil(ms / 1_000);
	if (seconds < 60) return `${seconds} s`;
	const minutes = Math.ceil(seconds / 60);
	return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
