import { activityCsv, type ScheduledFilter } from '../../../../lib/index.ts';
import { activityFilters, readFilters } from '../../fields/filters.ts';
import { limitedTo, limitFields } from '../../../shared/limit.ts';
import { text } from '../../fields/text.ts';
import type { ManagerOperation } from '../../operation.ts';
import { readPages } from '../../read-pages.ts';

/** The activity as a file for a spreadsheet. */
export const exportCsv: ManagerOperation = {
	value: 'exportCsv',
	name: 'Export as CSV',
	action: 'Export activity as CSV',
	description:
		'The activity as a CSV file (UTF-8) that spreadsheets open; what customers wrote never becomes a formula',
	properties: [
		...limitFields,
		activityFilters,
		{
			displayName: 'File Name',
			name: 'fileName',
			type: 'string',
			default: 'follow-up-activity.csv',
			placeholder: 'e.g. follow-up-activity.csv',
		},
		{
			displayName: 'Put Output File in Field',
			name: 'binaryField',
			type: 'string',
			default: 'data',
			hint: 'The name of the output field to put the file in',
		},
	],
	async run(context, itemIndex, store) {
		const filter = readFilters<ScheduledFilter>(context, itemIndex);
		const items = await readPages(
			limitedTo(context, itemIndex),
			async (page) => await store.listActivity(filter, page),
		);
		const fileName = text(context, itemIndex, 'fileName') || 'follow-up-activity.csv';
		const file = await context.helpers.prepareBinaryData(
			Buffer.from(activityCsv(items), 'utf8'),
			fileName,
			'text/csv',
		);
		const field = text(context, itemIndex, 'binaryField') || 'data';
		return [{ json: { fileName, rows: items.length }, binary: { [field]: file } }];
	},
};
