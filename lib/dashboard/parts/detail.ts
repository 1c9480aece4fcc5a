import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { viewHref } from '../query.ts';
import type { FollowUpDetail } from '../view.ts';
import { followUpSwitch, keptActions, unreadableNote } from './cards.ts';
import { colourClass, colourName } from './colour.ts';
import { messageWords, platformWords, wholeDelayWords } from './definition-words.ts';
import { logList } from './log.ts';
import { scheduledList } from './scheduled.ts';

/** One follow-up with its whole definition, what is next and what was last. */
export function detailPart(context: Context, detail: FollowUpDetail | undefined): Html {
	const { t, view } = context;
	const back = html`<p><a href="${viewHref(view.query, { view: 'followUps' })}">‹ ${t.detail.back}</a></p>`;
	if (!detail)
		return html`${back}
			<p class="empty">${t.detail.missing}</p>`;
	const { definition, chatbot } = detail;
	const rest = { chatbot, followUp: detail.id };
	return html`${back}
		<article class="card detail ${colourClass(detail.colour)}">
			<header>
				<h2>${detail.name}</h2>
				${followUpSwitch(context, detail)}
			</header>
			${unreadableNote(context, detail)}
			${definition ? definitionList(context, { ...detail, definition }) : ''}
			${detail.keptHere ? keptActions(context, detail) : html`<p class="quiet">${t.detail.change}</p>`}
		</article>
		<section aria-labelledby="next-title">
			<div class="section-head">
				<h2 id="next-title">${t.detail.next}</h2>
				<a href="${viewHref(view.query, { view: 'scheduled', ...rest })}">${t.detail.allScheduled} ›</a>
			</div>
			${scheduledList(context, detail.scheduledRows)}
		</section>
		<section aria-labelledby="last-title">
			<div class="section-head">
				<h2 id="last-title">${t.detail.last}</h2>
				<a href="${viewHref(view.query, { view: 'log', ...rest })}">${t.detail.wholeLog} ›</a>
			</div>
			${logList(context, detail.logRows)}
		</section>`;
}

function definitionList(
	context: Context,
	{ definition, chatbotName, stopCondition }: FollowUpDetail & Required<Pick<FollowUpDetail, 'definition'>>,
): Html {
	const { t } = context;
	const { template, message, messageInstructions, messageSource } = definition;
	const values = template?.parameters.map(({ name, text }) => (name ? `${name}: ${text}` : text)) ?? [];
	const rows: [string, string][] = [
		[t.detail.description, definition.description],
		[t.detail.delay, wholeDelayWords(definition, context)],
		[t.detail.platforms, platformWords(definition)],
		[
			t.detail.message,
			messageSource === 'fixed' ? message : messageWords({ ...definition, template: undefined }, context),
		],
		[t.detail.instructions, messageSource === 'ai' ? messageInstructions : ''],
		[
			t.detail.template,
			template
				? `${template.name} (${[template.language, template.category].filter(Boolean).join(', ')})`
				: t.detail.noTemplate,
		],
		[t.detail.parameters, values.join(' · ')],
		[t.detail.stop, stopCondition],
		[t.detail.colour, colourName(definition.colour, t)],
		[t.detail.chatbot, chatbotName],
		[t.detail.id, definition.id],
	];
	return html`<dl class="whole" aria-label="${t.detail.definition}">
		${rows
			.filter(([, value]) => value !== '')
			.map(
				([name, value]) =>
					html`<div>
						<dt>${name}</dt>
						<dd>${value}</dd>
					</div>`,
			)}
	</dl>`;
}
