import type { Store } from '../../store/store.ts';
import type { KnownChatbot } from '../../store/manage/types.ts';
import { draftOf, emptyDraft } from '../form/draft.ts';
import { formFacts } from '../form/facts.ts';
import type { DashboardQuery } from '../query.ts';
import type { FormView } from '../view.ts';
import { fill, words } from '../words/index.ts';

/** The form for a new follow-up, for one that is there, or for a copy of it. */
export async function formView(
	store: Pick<Store, 'listChatbots' | 'listFollowUps' | 'keptFacts'>,
	chatbots: KnownChatbot[],
	{ lang, chatbot: asked, followUp, copy }: DashboardQuery,
): Promise<FormView> {
	const kept = chatbots.filter(({ keptHere }) => keptHere).map(({ id, name = id }) => ({ id, name }));
	const chatbot = asked ?? (kept.length === 1 ? kept[0]?.id : undefined);
	if (chatbot === undefined)
		return kept.length === 0 ? { kind: 'missing', why: 'none' } : { kind: 'choose', chatbots: kept };
	const facts = await formFacts(store, chatbot, followUp ?? copy);
	if (typeof facts === 'string') return { kind: 'missing', why: facts };
	const { before, stopCondition, withoutModel } = facts;
	const draft = before ? draftOf(before, stopCondition) : emptyDraft(stopCondition, withoutModel);
	if (copy === undefined || followUp !== undefined) return { kind: 'form', facts, draft };
	const fresh = await formFacts(store, chatbot, undefined);
	if (typeof fresh === 'string') return { kind: 'missing', why: fresh };
	const name = fill(words[lang].form.copyName, { name: [...draft.name].slice(0, 90).join('') });
	return { kind: 'form', facts: fresh, draft: { ...draft, name } };
}
