import { ModelUnavailableError, type DecisionModel } from '../../lib/ai/decision-model.ts';
import { HOUR, type World } from './world.ts';

/** Two texts made of these hardly ever look alike; texts that repeat an earlier one are not sent. */
const WORDS =
	'shall we go on with it warmly soon gladly together calmly today here again simply quickly surely still open for you think about that day place hour choice question answer happy help need more know when like'.split(
		' ',
	);

/** Wants nine in ten, says stop now and then, takes somebody for opted out in two of a hundred, is sometimes down. */
export function scriptedModel(world: World): DecisionModel {
	const answer: DecisionModel['answer'] = async ({ user }) => {
		world.count('model calls');
		if (world.isDown('model')) throw new ModelUnavailableError('The model is down');
		const { followUps } = JSON.parse(user) as { followUps: { name: string; chooseTime: boolean }[] };
		const sendAt = () => new Date(world.clock.now + world.chance.between(-HOUR, 30 * HOUR)).toISOString();
		const words = () => Array.from({ length: 8 }, () => world.chance.oneOf(WORDS)).join(' ');
		const answers = followUps.map(({ name, chooseTime }) => ({
			...{ name, trigger: world.chance.happens(0.9), reason: 'As scripted', confidence: 0.9 },
			...{
				sendAt: chooseTime ? sendAt() : null,
				message: `${words()}?`,
			},
		}));
		const kind = world.chance.oneOf(['goal_reached', 'problem', 'wants_person', 'other', undefined]);
		const stop = { met: world.chance.happens(0.05), kind, reason: 'As scripted' };
		const optOut = { met: world.chance.happens(0.02), reason: 'As scripted' };
		return { text: JSON.stringify({ stop, optOut, notBefore: null, followUps: answers }) };
	};
	return { name: 'scripted', answer };
}
