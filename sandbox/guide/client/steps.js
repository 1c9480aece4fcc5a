import { byId, element, words } from '/client/dom.js';

let drawn = '';

/** Draws what to try; steps that the feed has seen happen are ticked, the next one stands out. */
export function drawSteps(steps, entries) {
	const next = reached(steps, entries);
	const state = JSON.stringify([steps, next]);
	// Drawn only when it changes, so that a button does not vanish under the pointer.
	if (state === drawn) return;
	drawn = state;
	byId('try-box').hidden = steps.length === 0;
	byId('steps').replaceChildren(...steps.map((step, index) => item(step, index, next)));
}

function reached(steps, entries) {
	let next = 0;
	for (const { kind } of entries) if (steps[next]?.until === kind) next++;
	return next;
}

function item(step, index, next) {
	const state = index < next ? 'past' : index === next ? 'next' : 'coming';
	const sign = element('span', 'sign', index < next ? '✓' : String(index + 1));
	sign.setAttribute('aria-hidden', 'true');
	const body = element('div', '', element('strong', '', step.title));
	if (index < next) body.append(element('span', 'visually-hidden', ` (${words.done})`));
	if (step.text) body.append(element('p', '', step.text));
	if (step.say) body.append(sayButton(step.say));
	const line = element('li', `step ${state}`, sign, body);
	if (state === 'next') line.setAttribute('aria-current', 'step');
	return line;
}

function sayButton({ who, text }) {
	const label = who === 'customer' ? words.sayCustomer : words.sayBusiness;
	const button = element('button', 'say', element('span', '', label), element('q', '', text));
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
