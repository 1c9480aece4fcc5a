/**
 * Fields whose values are Meta's own words, by which a delivery is told from another; everything else may be somebody's.
 * Source: the webhook reference of WhatsApp Cloud API, Messenger Platform and Instagram Messaging; read 2026-12-01.
 */
export const KEPT_VALUES: ReadonlySet<string> = new Set([
	...['object', 'field', 'type', 'status', 'messaging_product', 'messaging_type', 'recipient_type'],
	...['category', 'new_category', 'previous_category', 'pricing_model', 'currency', 'language'],
	...['message_template_language', 'event', 'event_type', 'mime_type', 'action', 'source', 'source_type'],
	...['media_type', 'ad_type', 'product_type', 'platform', 'direction', 'phase', 'item_type', 'reason'],
	...['item', 'verb'],
	...['new_quality_score', 'previous_quality_score', 'current_limit', 'old_limit', 'max_daily_conversation'],
	...['template_type', 'content_type', 'button_type', 'requested_verified_name_status', 'decision'],
]);

/** Fields that hold a time, in seconds or milliseconds; what order things came in is told by them. */
export const TIMES = /^(time|timestamp|.*_timestamp|.*_time|watermark|expiration_time)$/;

/** Whether a value is a word of Meta's: a single one, without anything that could be a name or a number. */
export function isToken(field: string, value: string): boolean {
	// Whether marketing is welcome; elsewhere a value may be a name.
	if (field === 'value') return ['stop', 'resume', 'signup'].includes(value);
	// Of an app, by its ID: which roles it has.
	if (!isName(field) && field !== '') return /^[a-z]+_[a-z]+$/.test(value);
	return KEPT_VALUES.has(field) && /^[A-Za-z][A-Za-z_./+-]{0,63}\d{0,3}(; codecs=[a-z]+)?$/.test(value);
}

/** Numbers that say which error it is. */
export const CODES: ReadonlySet<string> = new Set(['code', 'error_code', 'error_subcode']);

/** Whether a field has a name of Meta's; else it may be an ID or a word of somebody's. */
export function isName(field: string): boolean {
	return /^[a-zA-Z][a-zA-Z_]{0,40}\d{0,3}$/.test(field);
}
