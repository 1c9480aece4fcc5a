import { NodeOperationError, type IExecuteFunctions } from 'n8n-workflow';
import { readMoment } from '../../../lib/index.ts';

/**
 * Reads a moment: ISO 8601, without an offset in the time zone of the workflow; undefined when the field is empty.
 * @throws NodeOperationError naming the field.
 */
export function readTime(
	context: IExecuteFunctions,
	itemIndex: number,
	value: unknown,
	field: string,
): Date | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const time = readMoment(value, context.getTimezone());
	if (time) return time;
	throw new NodeOperationError(
		context.getNode(),
		`${field} is not a date and time (found: ${String(value)})`,
		{
			itemIndex,
			description:
				'Give it in ISO 8601, e.g. 2026-12-01T09:30 in the time zone of the workflow, or 2026-12-01T14:30:00Z',
		},
	);
}
