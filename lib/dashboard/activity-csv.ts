import { stringify } from 'csv-stringify/sync';
import type { ScheduledWithCustomer } from '../store/manage/index.ts';

type Column = [header: string, of: (one: ScheduledWithCustomer) => string | number | undefined];

const COLUMNS: Column[] = [
	['at', ({ at }) => at],
	['state', ({ state }) => state],
	['reason_code', ({ reason }) => reason.code],
	['reason', ({ reason }) => reason.sentence],
	['follow_up', ({ name }) => name],
	['colour', ({ colour }) => colour],
	['chatbot', ({ chatbot }) => chatbot],
	['platform', ({ channel }) => channel],
	['account', ({ account }) => account],
	['customer_name', ({ customer }) => customer.name],
	['customer_phone', ({ customer }) => (customer.phone ? `+${customer.phone}` : undefined)],
	['customer_username', ({ customer }) => customer.username],
	['customer_id', ({ customer }) => customer.id],
	['text', textOf],
	['due_at', ({ dueAt }) => dueAt],
	['accepted_at', ({ acceptedAt }) => acceptedAt],
	['delivered_at', ({ deliveredAt }) => deliveredAt],
	['read_at', ({ readAt }) => readAt],
	['replied_at', ({ repliedAt }) => repliedAt],
	['error_code', ({ error }) => error?.code],
	['message_id', ({ messageId }) => messageId],
	['scheduled_id', ({ id }) => id],
];

function textOf({ content }: ScheduledWithCustomer): string | undefined {
	if (!content) return undefined;
	return content.kind === 'text' ? content.text : content.template.name;
}

/**
 * The activity as CSV (RFC 4180) with a byte order mark, by which Excel knows UTF-8. A cell that a spreadsheet would take
 * for a formula begins with an apostrophe; phone numbers with their + are among them.
 */
export function activityCsv(rows: readonly ScheduledWithCustomer[]): string {
	return stringify(
		rows.map((row) => COLUMNS.map(([, of]) => of(row) ?? '')),
		{
			header: true,
			columns: COLUMNS.map(([header]) => header),
			bom: true,
			escape_formulas: true,
			record_delimiter: 'windows',
		},
	);
}
