import { templateChoice } from '../../follow-up/template-choice.ts';
import type { OfferedTemplate } from '../../follow-up/offered-template.ts';
import type { FollowUpDefinition } from '../../follow-up/definition.ts';
import type { Store } from '../../store/store.ts';

/** A template on offer, with what the form calls it. */
export interface Offer extends OfferedTemplate {
	key: string;
}

/** What a follow-up is checked against. */
export interface FormFacts {
	chatbot: string;
	chatbotName: string;
	/** Missing for a new one. */
	id?: string;
	/** The follow-up as it is now. */
	before?: FollowUpDefinition;
	stopCondition: string;
	/** Of the other follow-ups of the chatbot, in lower case. */
	otherNames: string[];
	activeLimit: number;
	/** A new one would be one too many. */
	isFull: boolean;
	withoutModel: boolean;
	/** Missing as long as nothing was heard of them. */
	templates?: Offer[];
}

type Reads = Pick<Store, 'listChatbots' | 'listFollowUps' | 'keptFacts'>;

/** What is known of a chatbot for the form; a word instead says why there is none. */
export async function formFacts(
	store: Reads,
	chatbot: string,
	id: string | undefined,
): Promise<FormFacts | 'gone' | 'notKept'> {
	const [facts, chatbots] = await Promise.all([store.keptFacts(chatbot), store.listChatbots()]);
	const known = chatbots.find((one) => one.id === chatbot);
	if (!facts || !known) return 'gone';
	if (!facts.keptHere) return 'notKept';
	const followUps = await store.listFollowUps({ chatbot });
	const found = followUps.find((one) => one.id === id);
	if (id !== undefined && !found) return 'gone';
	const { activeLimit, active, stopCondition } = known;
	return {
		...{ chatbot, chatbotName: known.name ?? chatbot, activeLimit, stopCondition },
		...(id === undefined ? {} : { id }),
		...(found?.definition ? { before: found.definition } : {}),
		otherNames: followUps.filter((one) => one.id !== id).map(({ name }) => name.toLowerCase()),
		...{ isFull: id === undefined && active >= activeLimit, withoutModel: facts.withoutModel },
		...(facts.templates
			? { templates: facts.templates.map((one) => ({ ...one, key: templateChoice(one) })) }
			: {}),
	};
}
