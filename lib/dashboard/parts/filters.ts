import { CHANNELS, CHANNEL_NAMES } from '../../messaging/channel.ts';
import { isLive, STATES } from '../../follow-up/lifecycle.ts';
import type { Context } from '../context.ts';
import { html, type Html } from '../html.ts';
import { SPANS, viewHref, type ViewName } from '../query.ts';
import { fill } from '../words/index.ts';
import { colourName } from './colour.ts';

interface Choice {
	value: string;
	says: string;
}

type Filter = 'chatbot' | 'followUp' | 'colour' | 'platform' | 'active' | 'state' | 'search' | 'days';

/** Which filters each view has, in the order in which they stand. */
const FILTERS: Record<ViewName, Filter[]> = {
	followUps: ['chatbot', 'colour', 'platform', 'active'],
	scheduled: ['search', 'chatbot', 'followUp', 'colour', 'platform'],
	log: ['search', 'chatbot', 'followUp', 'colour', 'platform', 'state'],
	conversations: ['search', 'platform'],
	statistics: ['days', 'chatbot', 'platform'],
	followUp: [],
	edit: [],
	conversation: [],
};

/** The filters of a view: a plain form whose answer is the page again. */
export function filtersPart(context: Context): Html {
	const { view, t } = context;
	const { query } = view;
	const fields = FILTERS[query.view].filter((name) => name !== 'chatbot' || view.chatbots.length > 1);
	if (fields.length === 0) return '';
	const isSet = fields.some((name) => name !== 'days' && query[name] !== undefined);
	return html`${onlyPart(context)}
		<form method="get" class="filters" role="search" aria-label="${t.filters.title}">
			<input type="hidden" name="lang" value="${view.lang}" />
			<input type="hidden" name="view" value="${query.view}" />
			${query.conversation
				? html`<input type="hidden" name="conversation" value="${query.conversation}" />`
				: ''}
			${query.deadLetters
				? html`<input type="hidden" name="deadLetters" value="${query.deadLetters}" />`
				: ''}
			${fields.map((name) => field(context, name))}
			<div class="buttons">
				<button class="button primary">${t.filters.apply}</button>
				${isSet || query.conversation || query.deadLetters
					? html`<a
							class="button plain"
							href="${viewHref({ ...query, chatbot: undefined }, { view: query.view })}"
							>${t.filters.clear}</a
						>`
					: ''}
			</div>
		</form>`;
}

/** Whose follow-ups a list is narrowed down to, with the way to the conversation. */
function onlyPart({ view: { only, query }, t }: Context): Html {
	if (!only) return '';
	const to = viewHref(query, { view: 'conversation', conversation: only.conversation });
	return html`<p class="only">
		${fill(t.filters.oneConversation, { name: only.name })} <a href="${to}">${t.talk.open}</a>
	</p>`;
}

function field({ view, t }: Context, name: Filter): Html {
	if (name === 'search') {
		return html`<label class="wide"
			>${t.filters.search}
			<input
				type="search"
				name="search"
				value="${view.query.search ?? ''}"
				placeholder="${t.filters.searchHint}"
		/></label>`;
	}
	const chosen = String(view.query[name] ?? '');
	const options = [
		...(name === 'days' ? [] : [{ value: '', says: t.filters.all }]),
		...choices({ view, t }, name),
	];
	return html`<label
		>${t.filters[name]}
		<select name="${name}">
			${options.map(
				({ value, says }) =>
					html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${says}</option>`,
			)}
		</select></label
	>`;
}

function choices({ view, t }: Pick<Context, 'view' | 't'>, name: Exclude<Filter, 'search'>): Choice[] {
	switch (name) {
		case 'chatbot':
			return view.chatbots.map(({ id, name }) => ({ value: id, says: name }));
		case 'followUp': {
			const { chatbot } = view.query;
			const fitting = view.followUpNames.filter((one) => !chatbot || one.chatbot === chatbot);
			const byId = new Map(fitting.map(({ followUp, name: says }) => [followUp, { value: followUp, says }]));
			return [...byId.values()];
		}
		case 'colour':
			return view.colours.map((value) => ({ value, says: colourName(value, t) }));
		case 'platform':
			return CHANNELS.map((value) => ({ value, says: CHANNEL_NAMES[value] }));
		case 'active':
			return (['on', 'off'] as const).map((value) => ({ value, says: t.filters[value] }));
		case 'state':
			return STATES.filter((state) => !isLive(state)).map((value) => ({
				value,
				says: t.states[value],
			}));
		case 'days':
			return SPANS.map((days) => ({ value: String(days), says: fill(t.filters.lastDays, { days }) }));
	}
}
