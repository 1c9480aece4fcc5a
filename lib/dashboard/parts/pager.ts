import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { href, isNarrowed } from '../query.ts';
import type { Page } from '../view.ts';
import { fill } from '../words/index.ts';

/** What an empty list says: nothing at all, or nothing that the filters let through. */
export function emptyWords({ view, t }: Context, nothing: string): string {
	return isNarrowed(view.query) ? t.rows.noneMatch : nothing;
}

/** Which part of a list is shown, with the ways to its neighbours. */
export function pager({ view, t, f }: Context, { items, total, page, pageSize }: Page<unknown>): Html {
	const first = (page - 1) * pageSize;
	const shown = fill(t.pager.shown, {
		from: f.number(items.length === 0 ? 0 : first + 1),
		to: f.number(first + items.length),
		total: f.number(total),
	});
	const to = (wanted: number) => href(view.query, { page: wanted });
	return html`<nav class="pager" aria-label="${t.pager.label}">
		<span class="quiet">${shown}</span>
		${page > 1
			? html`<a class="button plain" rel="prev" href="${to(page - 1)}">‹ ${t.pager.previous}</a>`
			: ''}
		${first + items.length < total
			? html`<a class="button plain" rel="next" href="${to(page + 1)}">${t.pager.next} ›</a>`
			: ''}
	</nav>`;
}
