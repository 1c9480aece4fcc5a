import type { FollowUpDefinition } from '../../follow-up/definition.ts';
import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { viewHref } from '../query.ts';
import type { ChatbotCards, FollowUpCard } from '../view.ts';
import { fill } from '../words/index.ts';
import { actionForm, switchForm } from './action-form.ts';
import { colourClass, colourDot } from './colour.ts';
import { delayWords, messageWords, platformWords } from './definition-words.ts';

/** The follow-ups of all chatbots as cards. */
export function cardsPart(context: Context, chatbots: ChatbotCards[]): Html {
	const { t, view } = context;
	if (view.chatbots.length === 0) return html`<p class="empty">${t.cards.none}</p>`;
	// A chatbot without follow-ups is shown where the first one can be made.
	const { colour, platform, active } = view.query;
	const isFiltered = [colour, platform, active].some((one) => one !== undefined);
	const shown = chatbots.filter(
		({ followUps, keptHere, notRunning }) =>
			followUps.length > 0 || ((keptHere || notRunning !== undefined) && !isFiltered),
	);
	if (shown.length === 0) return html`<p class="empty">${t.cards.noneMatch}</p>`;
	return html`${shown.map((one) => chatbotPart(context, one))}`;
}

function chatbotPart(context: Context, chatbot: ChatbotCards): Html {
	const { t, view } = context;
	const { active, activeLimit: limit } = chatbot;
	return html`<section class="chatbot" aria-label="${fill(t.cards.chatbot, { name: chatbot.name })}">
		<div class="chatbot-head">
			${view.chatbots.length > 1 || chatbot.name !== chatbot.id
				? html`<h2>${fill(t.cards.chatbot, { name: chatbot.name })}</h2>`
				: ''}
			${notRunningPart(context, chatbot)}
			<p class="count ${active > limit ? 'bad' : ''}">
				<meter min="0" max="${limit}" value="${Math.min(active, limit)}" aria-hidden="true"></meter>
				${fill(t.cards.active, { active, limit })}${active > limit ? html` – ${t.cards.overLimit}` : ''}
			</p>
			${chatbot.stopCondition
				? html`<p class="stop"><span class="quiet">${t.cards.stop}:</span> ${chatbot.stopCondition}</p>`
				: ''}
		</div>
		${chatbot.followUps.length === 0
			? html`<p class="empty">${chatbot.keptHere ? t.cards.noneYet : t.cards.noneLeft}</p>`
			: html`<ul class="cards">
					${chatbot.followUps.map((one) => html`<li>${card(context, one)}</li>`)}
				</ul>`}
	</section>`;
}

/** A chatbot of which nothing runs says so, and can be taken off the page. */
function notRunningPart(context: Context, { id, name, notRunning, followUps }: ChatbotCards): Html {
	if (!notRunning) return '';
	const { t, f } = context;
	const says = notRunning.how === 'closed' ? t.cards.unpublishedSince : t.cards.unseen;
	return html`<div class="not-running">
		<p>
			${notRunning.how === 'closed' ? html`<span class="state bad">${t.cards.unpublished}</span>` : ''}
			<span class="warn">${fill(says, { when: f.moment(notRunning.since) })}</span>
		</p>
		${actionForm(context, {
			...{ action: 'removeChatbot', target: [id], label: t.cards.removeChatbot, kind: 'danger' },
			says: fill(t.cards.removeChatbotOf, { name }),
			confirm: fill(t.cards.confirmRemoveChatbot, { name, count: f.number(followUps.length) }),
		})}
	</div>`;
}

function card(context: Context, one: FollowUpCard): Html {
	const { t, f, view } = context;
	const { definition, name, id, colour } = one;
	const details = viewHref(view.query, { view: 'followUp', chatbot: one.chatbot, followUp: id });
	const scheduled = viewHref(view.query, { view: 'scheduled', chatbot: one.chatbot, followUp: id });
	return html`<article class="card ${colourClass(colour)} ${one.active ? '' : 'is-off'}">
		<header>
			<h3><a href="${details}">${name}</a></h3>
			${followUpSwitch(context, one)}
		</header>
		<p class="colour">${colourDot(colour, t)}</p>
		${unreadableNote(context, one)}
		${definition ? html`<p class="description">${definition.description}</p>` : ''}
		<dl>
			${definition ? definitionRows(context, definition) : ''}
			<div>
				<dt>${t.cards.scheduled}</dt>
				<dd class="figure"><a href="${scheduled}">${f.number(one.scheduled)}</a></dd>
			</div>
		</dl>
		${one.isOverridden ? html`<p class="quiet">${t.cards.overridden}</p>` : ''} ${keptActions(context, one)}
	</article>`;
}

function definitionRows(context: Context, definition: FollowUpDefinition): Html {
	const { t } = context;
	return html`<div>
			<dt>${t.cards.delay}</dt>
			<dd>${delayWords(definition, context)}</dd>
		</div>
		<div>
			<dt>${t.cards.platforms}</dt>
			<dd>${platformWords(definition)}</dd>
		</div>
		<div>
			<dt>${t.cards.message}</dt>
			<dd>${messageWords(definition, context)}</dd>
		</div>`;
}

/** What can be done with a follow-up that is written here. */
export function keptActions(
	context: Context,
	{ keptHere, chatbot, id, name, scheduled }: FollowUpCard,
): Html {
	if (!keptHere) return '';
	const { t, f, view } = context;
	const link = (changes: object, label: string, says: string) =>
		html`<a
			class="button plain"
			href="${viewHref(view.query, { view: 'edit', chatbot, ...changes })}"
			aria-label="${says}"
			>${label}</a
		>`;
	return html`<div class="card-acts">
		${link({ followUp: id }, t.form.edit, fill(t.form.editOf, { name }))}
		${link({ copy: id }, t.form.duplicate, fill(t.form.duplicateOf, { name }))}
		${actionForm(context, {
			...{ action: 'remove', target: [chatbot, id], label: t.form.remove, kind: 'danger' },
			says: fill(t.form.removeOf, { name }),
			confirm: fill(t.form.confirmRemove, { name, count: f.number(scheduled) }),
		})}
	</div>`;
}

/** Says of a follow-up that cannot be read what is wrong with it and what to do. */
export function unreadableNote({ t }: Context, { unreadable }: FollowUpCard): Html {
	return unreadable === undefined
		? html``
		: html`<p class="bad">${fill(t.cards.unreadable, { why: unreadable })}</p>`;
}

/** Switches a follow-up on or off; says before switching off what that ends. */
export function followUpSwitch(
	context: Context,
	{ chatbot, name, id, active, scheduled }: FollowUpCard,
): Html {
	const { t, f } = context;
	return switchForm(context, {
		...{ on: active, name, target: [chatbot, id] },
		confirm: fill(t.cards.confirmOff, { name, count: f.number(scheduled) }),
	});
}
