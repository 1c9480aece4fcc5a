import { contextOf, type Context } from './context.ts';
import { html, raw, type Html } from './html.ts';
import { cardsPart } from './parts/cards.ts';
import { conversationPart } from './parts/conversation/conversation.ts';
import { conversationsPart } from './parts/conversations.ts';
import { deadLetters } from './parts/dead-letters.ts';
import { detailPart } from './parts/detail.ts';
import { formPart } from './parts/form/form.ts';
import { filtersPart } from './parts/filters.ts';
import { healthPart } from './parts/health.ts';
import { logPart } from './parts/log.ts';
import { noticePart } from './parts/notice.ts';
import { pausedAccounts } from './parts/paused-accounts.ts';
import { refusedDeliveries } from './parts/refused-deliveries.ts';
import { wrongClocks } from './parts/wrong-clocks.ts';
import { scheduledPart } from './parts/scheduled.ts';
import { statisticsPart } from './parts/statistics.ts';
import { uncollectedPart } from './parts/uncollected.ts';
import { waitingCustomers } from './parts/waiting-customers.ts';
import { href, viewHref, VIEWS, type ViewName } from './query.ts';
import { CONTENT_POLICY, SCRIPT } from './script.ts';
import { STYLES } from './styles/index.ts';
import type { DashboardView } from './view.ts';
import { fill } from './words/index.ts';

/** Views that have no place of their own in the navigation, and under which one they stand. */
const REACHED_FROM: Partial<Record<ViewName, ViewName>> = {
	followUp: 'followUps',
	edit: 'followUps',
	conversation: 'conversations',
};
/** Views that begin with a heading of their own. */
const HEADED: readonly ViewName[] = ['followUps', 'followUp', 'edit', 'conversation'];

// Its fingerprint is taken of the bare text, so no space may come between the tags and it.
const scriptElement = raw(`<script>${SCRIPT}</script>`);

/** The dashboard as one HTML page that needs nothing from anywhere. Texts of customers and users stand in it as text. */
export function dashboardPage(view: DashboardView): string {
	const context = contextOf(view);
	const { t, f } = context;
	const { lang, query, now, timeZone } = view;
	const other = lang === 'es' ? 'en' : 'es';
	const title = query.view === 'followUps' ? t.title : `${t.views[query.view]} – ${t.title}`;
	return String(
		html`${head(lang, title)}
			<body
				data-now="${now.toISOString()}"
				data-days="${t.countdown.days}"
				data-hours="${t.countdown.hours}"
				data-minutes="${t.countdown.minutes}"
				data-seconds="${t.countdown.seconds}"
				data-over="${t.countdown.over}"
			>
				<a class="skip" href="#content">${t.skip}</a>
				<header class="top">
					<h1>${t.title}</h1>
					<p class="quiet">${fill(t.updated, { time: f.time(now), zone: timeZone })}</p>
					<p class="links">
						<a href="${href(query)}">${t.reload}</a>
						<a href="${href(query, { lang: other })}" lang="${other}" hreflang="${other}">${t.otherLanguage}</a>
					</p>
				</header>
				<nav class="views" aria-label="${t.navigation}">${navigation(context)}</nav>
				<main id="content" tabindex="-1">
					${noticePart(context)} ${query.view === 'edit' ? '' : alarms(context)}
					${HEADED.includes(query.view) ? '' : html`<h2 class="sr">${t.views[query.view]}</h2>`}
					${createButton(context)} ${filtersPart(context)} ${content(context)}
				</main>
				${scriptElement}
			</body>
		</html>`,
	);
}

/** What every page of the dashboard begins with. */
export function head(lang: string, title: string): Html {
	return html`<!doctype html>
		<html lang="${lang}">
			<head>
				<meta charset="utf-8" />
				<meta http-equiv="Content-Security-Policy" content="${CONTENT_POLICY}" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<meta name="referrer" content="no-referrer" />
				<meta name="robots" content="noindex" />
				<title>${title}</title>
				<style>
					${raw(STYLES)}
				</style>
			</head>
		</html>`;
}

/** What needs somebody, on top of every list. */
function alarms(context: Context): Html {
	const { content: shown } = context.view;
	return html`${pausedAccounts(context)} ${refusedDeliveries(context)} ${wrongClocks(context)}
	${waitingCustomers(context)} ${uncollectedPart(context)} ${deadLetters(context)}
	${shown.kind === 'followUps' ? healthPart(context, shown.health) : ''}`;
}

/** At the top right of the list, as the product text has it. */
function createButton({ view: { query }, t }: Context): Html {
	if (query.view !== 'followUps') return '';
	return html`<p class="create">
		<a class="button primary" href="${viewHref(query, { view: 'edit' })}">+ ${t.form.create}</a>
	</p>`;
}

function navigation({ view: { query }, t }: Context): Html {
	return html`<ul>
		${VIEWS.filter((view) => !(view in REACHED_FROM)).map((view) => {
			const isHere = view === (REACHED_FROM[query.view] ?? query.view);
			return html`<li>
				<a href="${viewHref(query, { view })}" ${isHere ? html`aria-current="page"` : ''}>${t.views[view]}</a>
			</li>`;
		})}
	</ul>`;
}

function content(context: Context): Html {
	const { content: shown } = context.view;
	switch (shown.kind) {
		case 'followUps':
			return cardsPart(context, shown.chatbots);
		case 'followUp':
			return detailPart(context, shown.detail);
		case 'edit':
			return formPart(context, shown.form);
		case 'scheduled':
			return scheduledPart(context, shown.rows);
		case 'log':
			return logPart(context, shown.rows);
		case 'conversations':
			return conversationsPart(context, shown.rows);
		case 'conversation':
			return conversationPart(context, shown.detail);
		case 'statistics':
			return statisticsPart(context, shown.statistics, shown.from, shown.to);
	}
}
