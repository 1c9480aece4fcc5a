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
 * What begins a formula where a spreadsheet takes `;` or a tab for the separator (Excel in Spanish does): there the quotes
 * in the middle of a line are letters like any other, so that a `;`, a tab or a line break within a text ends the cell.
 */
const FORMULA_WITHIN = /([;\t\r\n] *)(?=[=+\-@＝＋－＠])/g;

/**
 * The activity as CSV (RFC 4180) with a byte order mark, by which Excel knows UTF-8. A cell that a spreadsheet would take
 * for a formula begins with an apostrophe; phone numbers with their + are among them. The same goes for what would begin a
 * cell under another separator. Every text with a line break, `;` or a tab is quoted: the rows end with CRLF, so that
 * csv-stringify 6.9.0 leaves a bare LF unquoted by itself.
 */
export function activityCsv(rows: readonly ScheduledWithCustomer[]): string {
	return stringify(
		rows.map((row) => COLUMNS.map(([, of]) => harmless(of(row) ?? ''))),
		{
			header: true,
			columns: COLUMNS.map(([header]) => header),
			bom: true,
			escape_formulas: true,
			quoted_match: /[\r\n;\t]/,
			record_delimiter: 'windows',
		},
	);
}

function harmless(cell: string | number): string | number {
	return typeof cell === 'string' ? cell.replace(FORMULA_WITHIN, "$1'") : cell;
}
