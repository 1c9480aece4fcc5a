import type { IHookFunctions, INodeProperties, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';
import { keepSamples, samplesFolder, type Samples, type SamplesOf } from '../../lib/index.ts';

/** Among the settings: whether samples of what Meta delivers are kept, to be looked at and sent to us. */
export const samplesProperty: INodeProperties = {
	displayName: 'Keep Samples',
	name: 'samples',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { '/receiveOn': ['webhook', 'ownPort'] } },
	options: [
		{ name: 'None', value: 'none' },
		{
			name: 'Of What Was Not Understood',
			value: 'surprising',
			description: 'Deliveries of which a part was left out, or with a message of an unknown type',
		},
		{ name: 'One of Each Form', value: 'all' },
	],
	default: 'none',
	description:
		'Writes anonymised samples of what Meta delivers into the folder meta-followup-samples beside the database of n8n: numbers, IDs, names, texts and addresses are replaced. To report what this trigger did not understand. The intake process has FOLLOWUP_SAMPLES for it.',
};

/** What keeps samples for this trigger, if it should. */
export function samplesFor(
	context: IWebhookFunctions | ITriggerFunctions | IHookFunctions,
): Samples | undefined {
	const read = context.getNodeParameter.bind(context) as (name: string, fallback: unknown) => unknown;
	const of = read('settings.samples', 'none') as SamplesOf | 'none';
	return of === 'none' ? undefined : keepSamples(of, samplesFolder(), (line) => context.logger.warn(line));
}
