import type { DecisionModel } from '../../lib/ai/decision-model.ts';
import type { FollowUpDefinition } from '../../lib/follow-up/definition.ts';
import type { DueFollowUp } from '../../lib/follow-up/types.ts';
import type { Story } from './referee.ts';
import type { World } from './worlds.ts';

/** A model that always wants to send, at once. */
export const eager: DecisionModel = {
	name: 'eager',
	answer: async ({ user }) => {
		const { followUps } = JSON.parse(user) as { followUps: { name: string }[] };
		const answers = followUps.map(({ name }) => ({
			...{ name, trigger: true, reason: 'Always', confidence: 1, sendAt: null, message: null },
		}));
		return {
			text: JSON.stringify({ stop: { met: false, reason: '' }, notBefore: null, followUps: answers }),
		};
	},
};

export const definitionOf = (world: World, id: string) =>
	world.chatbot.followUps.find((one) => one.id === id) as FollowUpDefinition;

export const wishesOf = (world: World, id: string) => {
	const wishes = world.wishes.get(id);
	if (!wishes) throw new Error(`No wishes for ${id}`);
	return wishes;
};

/** All follow-ups of a world, taken up because they are due. */
export function dueNow({ chatbot, conversation, story }: World): DueFollowUp[] {
	const spoke = story.actions.find(({ speaks }) => speaks) as Story['actions'][number];
	return chatbot.followUps.map(
		({ id, name }) =>
			({
				...{
					id: `scheduled ${id}`,
					followUpId: id,
					name,
					chatbot: chatbot.id,
					conversation: conversation.key,
				},
				...{ anchor: { id: spoke.id, at: new Date(spoke.at).toISOString() }, reasons: [], attempts: 1 },
				...{
					allowedAt: new Date(spoke.at).toISOString(),
					lease: { token: 't', until: '' },
					facts: conversation,
				},
			}) as unknown as DueFollowUp,
	);
}
