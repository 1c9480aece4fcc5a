import type { FollowUpDefinition } from '../../follow-up/definition.ts';
import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { viewHref } from '../query.ts';
import type { ChatbotCards, FollowUpCard } from '../view.ts';
import { fill } from '../words/index.ts';
import { switchForm } from './action-form.ts';
import { colourClass, colourDot } from './colour.ts';
import { delayWords, messageWords, platformWords } from './definition-words.ts';

/** The follow-ups of all chatbots as cards. */
export function cardsPart(context: Context, chatbots: ChatbotCards[]): Html {
	const { t, view } = context;
	if (view.chatbots.length === 0) return html`<p class="empty">${t.cards.none}</p>`;
	const shown = chatbots.filter(({ followUps }) => followUps.length > 0);
	if (shown.length === 0) return html`<p class="empty">${t.cards.noneMatch}</p>`;
	return html`${shown.map((one) => chatbotPart(context, one))}`;
}

function chatbotPart(context: Context, chatbot: ChatbotCards): Html {
	const { t, view } = context;
	const { active, activeLimit: limit } = chatbot;
	return html`<section class="chatbot" aria-label="${fill(t.cards.chatbot, { id: chatbot.id })}">
		<div class="chatbot-head">
			${view.chatbots.length > 1 ? html`<h2>${fill(t.cards.chatbot, { id: chatbot.id })}</h2>` : ''}
			<p class="count ${active > limit ? 'bad' : ''}">
				<meter min="0" max="${limit}" value="${Math.min(active, limit)}" aria-hidden="true"></meter>
				${fill(t.cards.active, { active, limit })}${active > limit ? html` – ${t.cards.overLimit}` : ''}
			</p>
			<p class="stop"><span class="quiet">${t.cards.stop}:</span> ${chatbot.stopCondition}</p>
		</div>
		<ul class="cards">
			${chatbot.followUps.map((one) => html`<li>${card(context, one)}</li>`)}
		</ul>
	</section>`;
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
		${one.isOverridden ? html`<p class="quiet">${t.cards.overridden}</p>` : ''}
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
