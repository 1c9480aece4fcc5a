const data = JSON.parse(document.getElementById('page-data').textContent);

export const lang = data.lang;
export const words = data.words;

/** A text of the page with its `{gaps}` filled. */
export function filled(name, values = {}) {
	return words[name].replace(/\{(\w+)\}/g, (_gap, key) => String(values[key]));
}

/** The sandbox's time in milliseconds: it may run faster than this machine's. */
export const clock = { ahead: 0, now: () => Date.now() + clock.ahead };

export const byId = (id) => document.getElementById(id);

/** An element with a class and children; texts become text nodes, never HTML. */
export function element(tag, className, ...children) {
	const made = document.createElement(tag);
	if (className) made.className = className;
	made.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
	return made;
}

/** The time of day of an ISO time. */
export function timeOf(iso) {
	return new Date(iso).toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit' });
}

/** The time of day with its seconds. */
export function exactTimeOf(iso) {
	return new Date(iso).toLocaleTimeString(lang, { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

/** The day of an ISO time, or "today". */
export function dayOf(iso) {
	const day = new Date(iso);
	if (day.toDateString() === new Date(clock.now()).toDateString()) return words.today;
	return day.toLocaleDateString(lang, { weekday: 'long', day: 'numeric', month: 'long' });
}

/** The time of day when it is today, the date otherwise. */
export function shortTime(iso) {
	const day = new Date(iso);
	return day.toDateString() === new Date(clock.now()).toDateString()
		? timeOf(iso)
		: day.toLocaleDateString(lang, { day: 'numeric', month: 'short' });
}

/** Calls the control API; answers the JSON, or throws with the sandbox's own sentence. */
export async function api(method, path, body) {
	const response = await fetch(`/api${path}`, {
		method,
		...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
	});
	const answer = await response.json();
	if (!response.ok) throw new Error(answer.error);
	return answer;
}
