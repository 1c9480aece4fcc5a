import { CHANNEL_NAMES } from '../../messaging/channel.ts';
import type { Told } from '../../messaging/refused-error.ts';
import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import type { Notice } from '../notice.ts';
import { fill } from '../words/index.ts';

const NOTHING_DONE: readonly Notice['kind'][] = [
	'unchanged',
	'asBefore',
	'gone',
	'notKept',
	'chatbotGone',
	'onlyTheCustomer',
];

/** What the last action changed. It is the first thing read out, because the script moves the focus to it. */
export function noticePart(context: Context): Html {
	const { notice } = context.view;
	return html`<div role="status" aria-live="polite" id="notice">
		${notice
			? html`<p class="notice ${NOTHING_DONE.includes(notice.kind) ? 'warn' : 'good'}" tabindex="-1">
					${noticeText(context, notice)}
				</p>`
			: ''}
	</div>`;
}

function noticeText(context: Context, notice: Notice): string {
	const { notices } = context.t;
	switch (notice.kind) {
		case 'accountResumed':
		case 'accountReleased':
			return fill(notices[notice.kind], { ...notice, platform: CHANNEL_NAMES[notice.platform] });
		case 'moved':
			return fill(notices.moved, { ...notice, at: context.f.moment(notice.at) });
		case 'asBefore':
			return fill(notices.asBefore[notice.what], { name: notice.name });
		case 'unchanged':
			return fill(notices.unchanged, {
				reason: notice.told ? toldText(context, notice.told) : notice.reason,
			});
		default:
			return fill(notices[notice.kind], { ...notice });
	}
}

/** A refusal in the language of the page, with its times, states and reasons as the reader knows them. */
function toldText({ t, f }: Context, { code, values = {} }: Told): string {
	const shown = Object.entries(values).map(([name, value]): [string, string] => {
		const text = String(value);
		if (name === 'state') return [name, t.states[text as keyof typeof t.states] ?? text];
		if (name === 'reason') return [name, t.reasons[text as keyof typeof t.reasons] ?? text];
		if (name === 'at' || name === 'latest') return [name, f.moment(text)];
		return [name, text];
	});
	return fill(t.told[code], Object.fromEntries(shown));
}
