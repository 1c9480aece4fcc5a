import { parseChatbot } from '../../follow-up/parse-chatbot.ts';
import type { Now } from '../../store/database/now.ts';
import type { Store } from '../../store/store.ts';
import { fill, type Words } from '../words/index.ts';
import { problemsOf, type Problems } from './check.ts';
import { writtenDraft, type Draft } from './draft.ts';
import { formFacts, type FormFacts } from './facts.ts';

/** What came of a form that was sent: saved, to be corrected, or there is nothing any more to save it to. */
export type Saved =
	| { saved: { id: string; name: string; isNew: boolean } }
	| { facts: FormFacts; problems: Problems }
	| { missing: 'gone' | 'notKept' };

/** Saves a follow-up that was filled in, if nothing is wrong with it. */
export async function saveDraft(
	store: Store,
	{ chatbot, id, draft }: { chatbot: string; id?: string; draft: Draft },
	t: Words,
	now: Now,
): Promise<Saved> {
	const facts = await formFacts(store, chatbot, id);
	if (typeof facts === 'string') return { missing: facts };
	const problems = problemsOf(draft, facts, t);
	if (Object.keys(problems).length > 0) return { facts, problems };
	const { stopCondition } = draft;
	const written = { ...writtenDraft(draft, facts.before), delay: draft.delay.replace(',', '.') };
	const { followUps } = parseChatbot({ id: chatbot, stopCondition, followUps: [written] });
	const [definition] = followUps as [(typeof followUps)[number]];
	const kept = await store.keepFollowUp({ chatbot, id, definition, stopCondition }, now);
	if (!('problem' in kept)) return { saved: { ...kept, isNew: id === undefined } };
	// Somebody else was faster.
	const words = t.form.problems;
	switch (kept.problem) {
		case 'taken':
			return { facts, problems: { name: words.nameTaken } };
		case 'full':
			return { facts, problems: { whole: fill(words.full, { limit: facts.activeLimit }) } };
		default:
			return { missing: kept.problem };
	}
}
