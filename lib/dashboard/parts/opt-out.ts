import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import type { ConversationRow } from '../view.ts';
import { fill } from '../words/index.ts';

/** Since when a customer wants no messages or no marketing, and who says so. */
export function optOutPart({ t, f }: Context, row: ConversationRow): Html[] {
	const { optedOutAt, optedOutBy, optedOutNote, marketingOptedOutAt, marketingOptedOutBy } = row;
	const words = t.conversations;
	const line = (text: string): Html => html`<p class="quiet">${text}</p>`;
	const sentence = (of: Record<string, string>, by: string | undefined, at: string) =>
		line(fill(of[by ?? 'customer'] ?? of.customer ?? '', { when: f.moment(at) }));
	return [
		...(optedOutAt ? [sentence(words.optedOutBy, optedOutBy, optedOutAt)] : []),
		...(optedOutAt && optedOutNote ? [line(fill(words.optedOutNote, { note: optedOutNote }))] : []),
		...(marketingOptedOutAt
			? [sentence(words.marketingOptedOutBy, marketingOptedOutBy ?? 'app', marketingOptedOutAt)]
			: []),
	];
}
