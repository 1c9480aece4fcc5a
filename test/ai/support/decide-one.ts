import { decideFollowUps, type Decision } from '../../../lib/index.ts';
import { scripted } from './scripted-model.ts';
import type { Story } from './story.ts';

/** What is decided about the only follow-up of a story. */
export const decideOne = async (input: Story, model = scripted({})): Promise<Decision> => {
	const decisions = await decideFollowUps({ ...input, model });
	expect(decisions).toHaveLength(1);
	return decisions[0] as Decision;
};
/** The text that goes out, if one does. */
export const text = (decision: Decision) =>
	decision.content?.kind === 'text' ? decision.content.text : undefined;

/** The same follow-up, due again after it waited as decided, with what the store kept of it. */
export function dueAgain(input: Story, decision: Decision): Story {
	const now = new Date(decision.until ?? '');
	const { content, ...kept } = decision;
	const why = { code: decision.code, sentence: decision.sentence };
	const due = input.due.map((one) => ({ ...one, content, decision: kept, reasons: [...one.reasons, why] }));
	return { ...input, due, now };
}
