import type { INodePropertyOptions } from 'n8n-workflow';
import { CHANNELS, CHANNEL_NAMES } from '../../../lib';
import { COLOURS } from '../../FollowUpEvaluate/parameters/colours';

/** The three platforms by the names people know. */
export const CHANNEL_OPTIONS: INodePropertyOptions[] = CHANNELS.map((value) => ({
	name: CHANNEL_NAMES[value],
	value,
})).sort((a, b) => a.name.localeCompare(b.name));

/** The colours that Follow-Up Evaluate offers. */
export const COLOUR_OPTIONS: INodePropertyOptions[] = COLOURS.filter(({ value }) => value !== '');
