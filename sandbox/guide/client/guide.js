import { api, byId, clock, element, lang, filled } from '/client/dom.js';
import { live } from '/client/store.js';
import { aboutParts } from '/client/about.js';
import { drawFeed, drawRemaining } from '/client/feed.js';
import { watchSkipping, drawSkip } from '/client/skip.js';
import { commandLine, drawSteps, pageLink } from '/client/steps.js';

let guide = null;
let entries = [];
// What is told while the state is on its way may be missing from them.
let meanwhile = { guide: null, entries: [] };

async function load() {
	meanwhile = { guide: null, entries: [] };
	const state = await api('GET', '/guide');
	const known = new Set(state.entries.map(({ id }) => id));
	guide = meanwhile.guide ?? state.guide;
	entries = [...state.entries, ...meanwhile.entries.filter(({ id }) => !known.has(id))];
}

function draw() {
	drawHead();
	drawSteps(guide?.steps ?? [], entries);
	drawFeed(entries);
}

function drawHead() {
	if (!guide) return;
	byId('guide-title').textContent = guide.title;
	const fast = guide.speed !== 1;
	byId('speed').hidden = !fast;
	byId('speed').textContent = fast ? filled('speed', { speed: guide.speed }) : '';
	byId('about-box').hidden = !guide.about;
	byId('about').replaceChildren(...aboutParts(guide.about ?? ''));
	byId('guide-links').replaceChildren(...guide.links.flatMap(link));
	drawNotice();
	byId('next-box').hidden = !guide.next?.length;
	byId('next').replaceChildren(...(guide.next ?? []).map(nextItem));
}

function drawNotice() {
	const box = byId('notice');
	const { state = '', text = '' } = guide.notice ?? {};
	box.hidden = !text;
	box.dataset.state = state;
	// Written only when it changes, so that a screen reader says it once.
	if (box.textContent !== text) box.textContent = text;
}

function nextItem({ text, command, link: given }) {
	return element(
		'li',
		'',
		text,
		given ? element('p', '', pageLink(given)) : '',
		command ? commandLine(command) : '',
	);
}

function link({ hint, ...given }) {
	return [element('span', '', pageLink(given), hint ? element('small', 'hint', ` ${hint}`) : '')];
}

function tick() {
	const now = new Date(clock.now());
	byId('clock').dateTime = now.toISOString();
	byId('clock').textContent = now.toLocaleString(lang, {
		weekday: 'short',
		hour: '2-digit',
		minute: '2-digit',
	});
	drawRemaining();
	drawSkip();
}

watchSkipping();

setInterval(tick, 500);
live(
	{
		guide: (change) => (guide = meanwhile.guide = change.guide),
		feed: (change) => {
			entries.push(...change.entries);
			meanwhile.entries.push(...change.entries);
		},
	},
	load,
	() => {
		draw();
		tick();
	},
);
