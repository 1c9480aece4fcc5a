import { api, byId, element, words } from './dom.js';
import { live } from './store.js';

let calls = [];

function draw() {
	byId('empty').hidden = calls.length > 0;
	byId('calls').hidden = calls.length === 0;
	const open = new Set(
		[...document.querySelectorAll('details[open]')].map((details) => details.dataset.call),
	);
	byId('rows').replaceChildren(
		...calls
			.slice(-200)
			.toReversed()
			.flatMap((call) => rows(call, open)),
	);
}

function rows(call, open) {
	const answer = parse(call.answer?.choices?.[0]?.message?.content);
	const problem = call.answer?.error?.message ?? call.answer?.choices?.[0]?.message?.refusal;
	const status = element(
		'td',
		'',
		element('span', `status ${call.status === 200 ? 'ok' : 'bad'}`, String(call.status)),
	);
	if (call.fault) status.append(' ', element('small', 'fault', `${words.fault}: ${call.fault}`));
	const followUps = element('td', '');
	for (const followUp of Array.isArray(answer?.followUps) ? answer.followUps : [])
		followUps.append(followUpLine(followUp, answer.stop?.met));
	if (problem) followUps.append(element('span', 'bad', problem));
	const details = element('details', '', element('summary', '', words.details));
	details.dataset.call = String(call.id);
	details.open = open.has(details.dataset.call);
	const row = element(
		'tr',
		'',
		element('td', 'nowrap', new Date(call.at).toLocaleTimeString()),
		status,
		element('td', 'number', String(call.ms)),
		element('td', 'number', String(call.answer?.usage?.total_tokens ?? '')),
		element('td', 'last', lastText(call.request)),
		element('td', '', answer?.stop ? (answer.stop.met ? words.yes : words.no) : ''),
		followUps,
		element('td', '', details),
	);
	const full = element(
		'tr',
		'full',
		wide(
			element('h3', '', words.request),
			element('pre', '', pretty(call.request)),
			element('h3', '', words.answer),
			element('pre', '', pretty(call.answer)),
		),
	);
	full.hidden = !details.open;
	details.addEventListener('toggle', () => (full.hidden = !details.open));
	return [row, full];
}

function followUpLine(followUp, isStopped) {
	// Where the stop condition is met nothing goes out, whatever is said of the follow-ups.
	const goes = followUp.trigger && !isStopped;
	const line = element(
		'p',
		'follow-up',
		element('strong', goes ? 'yes' : 'no', goes ? '✓ ' : '✕ '),
		`${followUp.name}: ${followUp.message ?? followUp.reason}`,
	);
	line.title = followUp.reason;
	return line;
}

function wide(...children) {
	const cell = element('td', '', ...children);
	cell.colSpan = 8;
	return cell;
}

function lastText(request) {
	const content = request?.messages?.findLast?.((message) => message.role === 'user')?.content;
	const text = typeof content === 'string' ? content : JSON.stringify(content ?? '');
	const document = parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1));
	return document?.transcript?.at?.(-1)?.text ?? text.slice(0, 120);
}

function parse(text) {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

// Texts inside the request that are JSON themselves are shown as JSON.
function pretty(value) {
	return (
		JSON.stringify(
			value,
			(_key, inner) => (typeof inner === 'string' && inner.startsWith('{') ? (parse(inner) ?? inner) : inner),
			2,
		) ?? ''
	);
}

const load = async () => (calls = await api('GET', '/model/log'));
live({ model: ({ call }) => calls.push(call) }, load, draw);
