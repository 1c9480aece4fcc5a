import { CHANNEL_NAMES } from '../../messaging/channel.ts';
import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import type { Notice } from '../notice.ts';
import { fill, type Words } from '../words/index.ts';

/** What the last action changed. It is the first thing read out, because the script moves the focus to it. */
export function noticePart({ view: { notice }, t }: Context): Html {
	return html`<div role="status" aria-live="polite" id="notice">
		${notice
			? html`<p
					class="notice ${['unchanged', 'gone', 'notKept'].includes(notice.kind) ? 'warn' : 'good'}"
					tabindex="-1"
				>
					${noticeText(notice, t)}
				</p>`
			: ''}
	</div>`;
}

function noticeText(notice: Notice, { notices }: Words): string {
	if (notice.kind === 'accountResumed')
		return fill(notices.accountResumed, { ...notice, platform: CHANNEL_NAMES[notice.platform] });
	return fill(notices[notice.kind], { ...notice });
}
