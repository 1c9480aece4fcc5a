import { byId, element, words } from '/client/dom.js';

let drawn = '';

/** Draws what to try; steps that the feed has seen happen are ticked, the next one stands out. */
export function drawSteps(steps, entries) {
	const done = doneSteps(steps, entries);
	const state = JSON.stringify([steps, [...done]]);
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
	for (const { kind } of entries) {
		const next = firstOpen(steps, done);
		const found = [next, next + 1].find((index) => !done.has(index) && steps[index]?.until === kind);
		if (next !== -1 && found !== undefined) done.add(found);
	}
	return done;
}

function item(step, index, done, next) {
	const state = done.has(index) ? 'past' : index === next ? 'next' : 'coming';
	const sign = element('span', 'sign', state === 'past' ? '✓' : String(index + 1));
	sign.setAttribute('aria-hidden', 'true');
	const body = element('div', '', element('strong', '', step.title));
	if (state === 'past') body.append(element('span', 'visually-hidden', ` (${words.done})`));
	if (step.text) body.append(element('p', '', step.text));
	if (step.write) body.append(writeButton(step.write));
	const line = element('li', `step ${state}`, sign, body);
	if (state === 'next') line.setAttribute('aria-current', 'step');
	return line;
}

function writeButton({ who, text }) {
	const label = who === 'customer' ? words.writeAsCustomer : words.writeAsBusiness;
	const button = element('button', 'write', element('span', '', label), element('q', '', text));
	button.type = 'button';
	button.addEventListener('click', () => write(who, text));
	return button;
}

// Puts the text where a person would type it; sending it is theirs.
function write(who, text) {
	const field = byId(`${who}-text`);
	field.value = text;
	field.dispatchEvent(new Event('input'));
	if (byId(`${who}-form`).hidden) {
		const someone = document.querySelector('.person');
		if (someone) someone.click();
		else byId('new-customer').click();
		return;
	}
	field.scrollIntoView({ block: 'nearest' });
	field.focus();
}
