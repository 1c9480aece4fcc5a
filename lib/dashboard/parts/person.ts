import { CHANNEL_NAMES } from '../../messaging/channel.ts';
import { html, type Html } from '../html.ts';
import type { Person } from '../view.ts';

/** Who it is about, and on which platform. */
export function personPart({ name, handle, channel }: Person): Html {
	return html`<span class="who"
		><strong>${name}</strong>
		<span class="quiet">${CHANNEL_NAMES[channel]}${handle ? ` · ${handle}` : ''}</span></span
	>`;
}
