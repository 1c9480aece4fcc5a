import { byId, element, words } from '/client/dom.js';
import { store } from '/client/store.js';

let drawn = '';
/** The steps that only a person can tell to be done. */
const ticked = new Set();
let lately = { steps: [], entries: [] };
/** What waits for somebody to be chosen who can write it. */
let whenChosen;

document.addEventListener('customer-chosen', () => {
	whenChosen?.();
	whenChosen = undefined;
});

/** Draws what to try; steps that the feed has seen happen are ticked, the next one stands out. */
export function drawSteps(steps, entries) {
	lately = { steps, entries };
	const done = doneSteps(steps, entries);
	const state = JSON.stringify([steps, [...done], latestContact()]);
	// Drawn only when it changes, so that a button does not vanish under the pointer.
	if (state === drawn) return;
	drawn = state;
	byId('try-box').hidden = steps.length === 0;
	byId('steps').replaceChildren(
		...steps.map((step, index) => item(step, index, done, firstOpen(steps, done))),
	);
}

const firstOpen = (steps, done) => steps.findIndex((_step, index) => !done.has(index));

// In order, save that the step after the next may come first: a workflow that answers by itself can do so before it plans.
function doneSteps(steps, entries) {
	const done = new Set();
	const takeTicked = () => {
		for (let next = firstOpen(steps, done); ticked.has(steps[next]?.title); next = firstOpen(steps, done))
			done.add(next);
	};
	takeTicked();
	let own;
	for (const entry of entries) {
		if (entry.kind === 'defined') own = entry.followUp;
		const next = firstOpen(steps, done);
		const found = [next, next + 1].find((index) => !done.has(index) && tells(entry, steps[index], own));
		if (next !== -1 && found !== undefined) done.add(found);
		takeTicked();
	}
	return done;
}

function tells({ kind, code, followUp }, step, own) {
	return step?.until === kind && (step.code ?? code) === code && (!step.isOwn || followUp === own);
}

function item(step, index, done, next) {
	const state = done.has(index) ? 'past' : index === next ? 'next' : 'coming';
	const sign = element('span', 'sign', state === 'past' ? '✓' : String(index + 1));
	sign.setAttribute('aria-hidden', 'true');
	const body = element('div', '', element('strong', '', step.title));
	if (state === 'past') body.append(element('span', 'visually-hidden', ` (${words.done})`));
	if (step.text) body.append(element('p', '', step.text));
	if (step.write) body.append(writeButton(step.write));
	if (step.link) body.append(element('p', 'step-link', pageLink(step.link)));
	if (step.command) body.append(commandLine(step.command));
	if (!step.until && state === 'next') body.append(tick(step));
	const line = element('li', `step ${state}`, sign, body);
	if (state === 'next') line.setAttribute('aria-current', 'step');
	return line;
}

/** A link to a page beside the phone, in a tab of its own. */
export function pageLink({ label, url }) {
	const anchor = element('a', '', label);
	anchor.href = url;
	anchor.target = '_blank';
	anchor.rel = 'noopener';
	return anchor;
}

/** Who wrote last may be meant by a command. */
const latestContact = () => [...store.customers.values()].at(-1)?.contactId ?? '';

/** A command, whole, to be copied. */
export function commandLine(command) {
	const line = element(
		'pre',
		'command',
		element('code', '', command.replaceAll('{contact}', latestContact())),
	);
	line.tabIndex = 0;
	return line;
}

function tick({ title }) {
	const button = element('button', 'tick', words.stepDone);
	button.type = 'button';
	button.addEventListener('click', () => {
		ticked.add(title);
		drawSteps(lately.steps, lately.entries);
	});
	return button;
}

const LABELS = { customer: 'writeAsCustomer', business: 'writeAsBusiness', other: 'writeAsOther' };

function writeButton({ who, text }) {
	const label = words[LABELS[who]];
	const button = element('button', 'write', element('span', '', label), element('q', '', text));
	button.type = 'button';
	button.addEventListener('click', () => write(who, text));
	return button;
}

// Puts the text where a person would type it; sending it is theirs.
function write(who, text) {
	const field = who === 'business' ? 'business' : 'customer';
	const isFor = () => !byId(`${field}-form`).hidden;
	if (who !== 'other' && isFor()) return fill(field, text);
	const someone = who === 'other' ? null : document.querySelector('.person');
	whenChosen = () => isFor() && fill(field, text);
	if (someone) someone.click();
	else byId('new-customer').click();
}

function fill(name, text) {
	const field = byId(`${name}-text`);
	field.value = text;
	field.dispatchEvent(new Event('input'));
	field.scrollIntoView({ block: 'nearest' });
	field.focus();
}
