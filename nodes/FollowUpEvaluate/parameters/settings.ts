import type { INodeProperties } from 'n8n-workflow';
import { SETTINGS_FIELDS } from '../../../lib/index.ts';
import { byName, parametersOf } from './from-catalogue.ts';
import { quietHoursParameter } from './quiet-hours.ts';

/** Settings of the whole chatbot, in alphabetical order. */
export const settingsParameter: INodeProperties = {
	displayName: 'Settings',
	name: 'settings',
	type: 'collection',
	placeholder: 'Add setting',
	default: {},
	options: [
		...Object.entries(SETTINGS_FIELDS).flatMap(([key, field]) => parametersOf(key, field)),
		quietHoursParameter,
	].sort(byName),
};
