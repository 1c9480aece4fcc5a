import type { Context } from '../../context.ts';
import { html, type Html } from '../../html.ts';
import type { ConversationDetail, ConversationRow } from '../../view.ts';
import { fill } from '../../words/index.ts';
import { actionForm, openForm } from '../action-form.ts';

/** Everything that can be done for one customer. Each opens first, says what it does, and is done by a second button. */
export function customerActs(context: Context, { row }: ConversationDetail): Html {
	return html`<div class="customer-acts">
		${pauseAct(context, row)} ${soldAct(context, row)} ${wishActs(context, row)} ${cancelAct(context, row)}
		${forgetAct(context, row)}
	</div>`;
}

function pauseAct(context: Context, { who, pausedSince }: ConversationRow): Html {
	const { t } = context;
	const target = [who.conversation];
	if (pausedSince)
		return actionForm(context, {
			...{ action: 'resume', target, label: t.actions.resume },
			says: fill(t.actions.resumeFor, { name: who.name }),
		});
	const spans = t.talk.pauseSpans;
	const days = { '': spans.forever, '1': spans.day, '3': spans.days, '7': spans.week };
	return openForm(context, {
		...{ action: 'pause', target, title: t.talk.pause, label: t.talk.pauseDo, help: t.talk.pauseHelp },
		fields: choice(t.talk.pauseHow, 'days', days),
	});
}

function soldAct(context: Context, { who, convertedAt }: ConversationRow): Html {
	const { t } = context;
	return openForm(context, {
		// Two who press it on the same page tell of the same sale; after it is noted, the page is another.
		...{ action: 'convert', target: [who.conversation, convertedAt ?? ''] },
		...{ title: t.talk.sold, label: t.talk.soldDo, help: t.talk.soldHelp },
		fields: html`<div class="pair">
			<label
				>${t.talk.soldValue} <span class="quiet">(${t.form.optional})</span>
				<input name="value" inputmode="decimal" autocomplete="off"
			/></label>
			<label
				>${t.talk.soldCurrency} <input name="currency" maxlength="3" value="COP" autocomplete="off"
			/></label>
		</div>`,
	});
}

function wishActs(context: Context, row: ConversationRow): Html {
	const { t } = context;
	const target = [row.who.conversation];
	const out = openForm(context, {
		...{ action: 'optOut', target, title: t.talk.optOut, label: t.talk.optOutDo, kind: 'danger' },
		help: t.talk.optOutHelp,
		fields: choice(t.talk.optOutWhat, 'scope', t.talk.optOutScopes),
	});
	const again = openForm(context, {
		...{ action: 'optIn', target, title: t.talk.optIn, label: t.talk.optInDo, help: t.talk.optInHelp },
		fields: html`<label
			>${t.talk.optInConsent}
			<input name="consent" required maxlength="300" placeholder="${t.talk.optInPlaceholder}"
		/></label>`,
	});
	const { optedOutAt, marketingOptedOutAt } = row;
	return html`${optedOutAt ? '' : out} ${optedOutAt || marketingOptedOutAt ? again : ''}`;
}

function cancelAct(context: Context, { who, scheduled }: ConversationRow): Html {
	const { t, f } = context;
	if (scheduled === 0) return '';
	return openForm(context, {
		...{ action: 'cancelAll', target: [who.conversation], kind: 'danger' },
		...{ title: t.talk.cancelAll, label: t.talk.cancelAllDo },
		help: fill(t.talk.cancelAllHelp, { count: f.number(scheduled) }),
	});
}

function forgetAct(context: Context, { who }: ConversationRow): Html {
	const { t } = context;
	return openForm(context, {
		...{ action: 'forget', target: [who.conversation], kind: 'danger' },
		...{ title: t.talk.forget, label: t.talk.forgetDo, help: t.talk.forgetHelp },
		fields: html`<label class="tick"
			><input type="checkbox" name="keepOptOut" value="yes" checked />
			<span>${t.talk.forgetKeep}</span></label
		>`,
	});
}

function choice(label: string, name: string, options: Readonly<Record<string, string>>): Html {
	return html`<label
		>${label}
		<select name="${name}">
			${Object.entries(options).map(([value, says]) => html`<option value="${value}">${says}</option>`)}
		</select></label
	>`;
}
