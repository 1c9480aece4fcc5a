import type { IExecuteFunctions } from 'n8n-workflow';
import type { PlannedItem, Store } from '../../lib/index.ts';
import { isNode } from '../shared/is-node.ts';
import { somebodySends } from '../shared/setup/somebody-sends.ts';
import { nodesBehind } from '../shared/setup/wiring-faults.ts';
import { hintOnce } from './hint-once.ts';
import type { Outputs } from './outputs.ts';

/** Says at the node when what comes out of it goes nowhere: the execution itself would end well. */
export async function hintAtOutputs(
	context: IExecuteFunctions,
	store: Store,
	outputs: Outputs,
): Promise<void> {
	const [planned = [], sent = []] = outputs.all();
	if (sent.length > 0 && !somebodySends(context))
		hintOnce(
			context,
			'Nothing behind the output Send takes up what was decided, so it ends as not_taken_up. Connect it to Meta Messaging with the operation Send Follow-Up, or to Mark as Sent of Follow-Up Manager before another sender.',
		);
	const plan = planned
		.map(({ json }) => (json as unknown as PlannedItem).plan)
		.find((one) => one !== undefined);
	if (!plan || leadsToSchedule(context)) return;
	// A trigger right before this node has kept the plans already.
	const { chatbot, conversation } = plan;
	const kept = await store.list({ chatbot, conversation, states: ['scheduled'], limit: 1 });
	if (kept.length === 0)
		hintOnce(
			context,
			'What is planned is kept nowhere, so no follow-up comes of it. Connect the output Schedule to Follow-Up Schedule.',
		);
}

const leadsToSchedule = (context: IExecuteFunctions): boolean =>
	nodesBehind(context, context.getNode().name).some(({ type }) => isNode(type, 'followUpSchedule'));
