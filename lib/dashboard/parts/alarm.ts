import { html, type Html } from '../html.ts';

/**
 * Something that needs somebody, on top of every view. It can be folded, and on a phone it begins so: several of them would
 * fill the screen.
 */
export function alarm(title: string, body: Html): Html {
	return html`<details class="alarm" open>
		<summary><h2>${title}</h2></summary>
		${body}
	</details>`;
}
