import { api, byId, clock } from '/client/dom.js';

const HOUR_MS = 3_600_000;
/** A moment past the due time, so that it has surely come. */
const MARGIN_MS = 1_000;

/** Lets the buttons put the clock forward: by hours, or until the next follow-up is due. */
export function watchSkipping() {
	for (const button of document.querySelectorAll('[data-skip-hours]')) {
		button.addEventListener('click', () => skip(Number(button.dataset.skipHours) * HOUR_MS));
	}
	byId('skip-next').addEventListener('click', () => {
		const due = nextDue();
		if (due !== undefined) skip(due - clock.now() + MARGIN_MS);
	});
}

/** Shows the button to the next follow-up only while there is one. */
export function drawSkip() {
	byId('skip-next').hidden = nextDue() === undefined;
}

function nextDue() {
	const open = [...document.querySelectorAll('.entry.open .left')].map((left) =>
		Date.parse(left.dataset.until),
	);
	const coming = open.filter((due) => due > clock.now());
	return coming.length > 0 ? Math.min(...coming) : undefined;
}

function skip(ms) {
	api('POST', '/advance', { ms: Math.round(ms) }).catch((error) => alert(error.message));
}
