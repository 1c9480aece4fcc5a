import { switchFollowUp, type FollowUpSwitch } from '../../../../lib/index.ts';
import { jsonItems, type ManagerOperation } from '../../operation.ts';
import { chatbotField, chosen, followUpField } from './fields.ts';

type About = Pick<ManagerOperation, 'value' | 'name' | 'action' | 'description'>;

/** The three ways to set the switch of a follow-up; each says what it changed and how many scheduled ones ended. */
function switching(to: FollowUpSwitch['to'], about: About, note: string): ManagerOperation {
	return {
		...about,
		properties: [
			chatbotField,
			followUpField,
			{ displayName: note, name: 'notice', type: 'notice', default: '' },
		],
		async run(context, itemIndex, store) {
			const wanted = {
				chatbot: chosen(context, itemIndex, 'chatbotId'),
				followUp: chosen(context, itemIndex, 'followUp'),
				to,
			};
			return jsonItems([await switchFollowUp(store, wanted, await store.now())]);
		},
	};
}

const STANDS =
	'The switch stands until it is set again here: a later change of the workflow does not undo it. Use as in Workflow gives the decision back to the workflow.';

export const activate = switching(
	'on',
	{
		value: 'activate',
		name: 'Activate',
		action: 'Activate follow up',
		description: 'Switch a follow-up on, so that new ones are planned again',
	},
	STANDS,
);

export const deactivate = switching(
	'off',
	{
		value: 'deactivate',
		name: 'Deactivate',
		action: 'Deactivate follow up',
		description: 'Switch a follow-up off and end at once what is scheduled of it',
	},
	STANDS,
);

export const useWorkflowSwitch = switching(
	'asInWorkflow',
	{
		value: 'useWorkflowSwitch',
		name: 'Use as in Workflow',
		action: 'Use switch of workflow for follow up',
		description: 'Take back Activate or Deactivate: the follow-up is on or off as Follow-Up Evaluate has it',
	},
	'If it is off in the workflow, what is scheduled of it ends at once',
);
