import { labelsOf } from './field.ts';
import { FOLLOW_UP_CATALOGUE } from './follow-up.ts';
import { SETTINGS_FIELDS } from './settings.ts';

export { FOLLOW_UP_CATALOGUE } from './follow-up.ts';
export { SETTINGS_FIELDS } from './settings.ts';
export { COLOURS } from './colours.ts';
export type { Choice, Field, Form } from './field.ts';

/** Fields that hold other fields, and those inside a period of quiet hours. */
const GROUPS = {
	stopCondition: 'Stop Condition',
	followUps: 'Follow-Ups',
	settings: 'Settings',
	...{ days: 'Days', from: 'From', to: 'To' },
};

/** The name of each field as it stands on the node, by its key in JSON: an error points to what the user can see. */
export const FIELD_LABELS: Readonly<Record<string, string>> = {
	...GROUPS,
	...labelsOf(SETTINGS_FIELDS),
	...labelsOf(FOLLOW_UP_CATALOGUE),
};
