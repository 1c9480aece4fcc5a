import { CHANNEL_NAMES } from '../../messaging/channel.ts';
import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { viewHref } from '../query.ts';
import type { Person } from '../view.ts';

/** Who it is about, and on which platform; the name leads to the conversation. */
export function personPart({ view }: Context, { conversation, name, handle, channel }: Person): Html {
	const to = viewHref(view.query, { view: 'conversation', conversation });
	// A page about one conversation has nowhere to lead to.
	const isHere = view.query.view === 'conversation';
	return html`<span class="who"
		><strong>${isHere ? name : html`<a href="${to}">${name}</a>`}</strong>
		<span class="quiet">${CHANNEL_NAMES[channel]}${handle ? ` · ${handle}` : ''}</span></span
	>`;
}
