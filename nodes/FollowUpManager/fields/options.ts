import type { INodePropertyOptions } from 'n8n-workflow';
import { COLOURS, type FollowUpState } from '../../../lib/index.ts';

/** The colours that Follow-Up Evaluate offers. */
export const COLOUR_OPTIONS: INodePropertyOptions[] = COLOURS.filter(({ value }) => value !== '');

const STATE_NAMES: Record<FollowUpState, string> = {
	scheduled: 'Scheduled',
	claimed: 'Being Decided',
	sending: 'Sending',
	accepted: 'Accepted',
	sent: 'Sent',
	delivered: 'Delivered',
	read: 'Read',
	replied: 'Replied',
	failed: 'Failed',
	unknown: 'Unknown',
	ended: 'Ended Without a Message',
};

/** Some states by the names that people read. */
export const stateOptions = (states: readonly FollowUpState[]): INodePropertyOptions[] =>
	states.map((value) => ({ name: STATE_NAMES[value], value })).sort((a, b) => a.name.localeCompare(b.name));
