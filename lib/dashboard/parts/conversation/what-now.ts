import type { RuleAnswer } from '../../../follow-up/rules/answers.ts';
import type { Context } from '../../context.ts';
import { html, type Html } from '../../html.ts';
import { href } from '../../query.ts';
import type { ChatbotNow, ConversationDetail, FollowUpNow } from '../../view.ts';
import { fill } from '../../words/index.ts';
import { colourClass } from '../colour.ts';
import { reasonWords } from '../reason.ts';

/** What would happen if everything were due now: asked by a link, because nothing changes by it. */
export function whatNowPart(context: Context, { whatNow }: ConversationDetail): Html {
	const { t, view } = context;
	const ask = html`<p>
		<a class="button ${whatNow ? 'plain' : 'primary'}" href="${href(view.query, { check: 'now' })}#now"
			>${whatNow ? t.talk.checkAgain : t.talk.checkDo}</a
		>
	</p>`;
	const help = html`<p class="quiet">${t.talk.checkHelp}</p>`;
	if (!whatNow) return html`${help}${ask}`;
	if (whatNow.length === 0)
		return html`<p class="empty">${t.talk.checkNone}</p>
			${ask}`;
	return html`${help} ${whatNow.map((one) => chatbotNow(context, one, whatNow.length > 1))} ${ask}`;
}

function chatbotNow(context: Context, { name, followUps }: ChatbotNow, isNamed: boolean): Html {
	return html`${isNamed ? html`<h3>${name}</h3>` : ''}
		<ul class="verdicts">
			${followUps.map(
				(one) => html`<li class="${colourClass(one.colour)}">${followUpNow(context, one)}</li>`,
			)}
		</ul>`;
}

function followUpNow(context: Context, one: FollowUpNow): Html {
	const { t } = context;
	const { verdict, tone, why } = outcomeWords(context, one);
	return html`<p><strong>${one.name}</strong> <span class="state ${tone}">${verdict}</span></p>
		<p>${why}</p>
		<details>
			<summary>${t.talk.rulesOf}</summary>
			<ol class="rules">
				${one.answers.map((answer) => html`<li>${ruleAnswer(context, answer)}</li>`)}
			</ol>
		</details>`;
}

function outcomeWords(context: Context, { outcome }: FollowUpNow) {
	const { t, f } = context;
	switch (outcome.kind) {
		case 'goes': {
			const { byRules, text = '' } = outcome;
			const why = byRules
				? fill(t.talk.goesRules, { text })
				: text === ''
					? t.talk.goesAi
					: fill(t.talk.goesText, { text });
			return { verdict: t.talk.goes, tone: 'good', why };
		}
		case 'waits':
			return {
				...{ verdict: fill(t.talk.waits, { when: f.moment(outcome.until) }), tone: '' },
				why: outcome.reason ? reasonWords(outcome.reason, context) : '',
			};
		case 'end':
			return { verdict: t.talk.ends, tone: 'bad', why: reasonWords(outcome.reason, context) };
	}
}

function ruleAnswer(context: Context, { rule, verdict }: RuleAnswer): Html {
	const { t } = context;
	const holds = verdict.kind === 'allow';
	const forbids = verdict.kind === 'end';
	const says = holds ? t.talk.holds : forbids ? t.talk.forbids : t.talk.waitsFor;
	return html`<span class="state ${holds ? 'good' : forbids ? 'bad' : ''}">${says}</span>
		<span
			>${t.talk.rules[rule]}${holds
				? ''
				: html`<br /><span class="quiet">${reasonWords(verdict.reason, context)}</span>`}</span
		>`;
}
