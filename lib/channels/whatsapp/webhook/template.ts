import type { Sink } from '../../../meta/webhook/sink.ts';
import { asText, asTime, type Json } from '../../../meta/webhook/read.ts';
import type { WhatsAppContext } from './context.ts';

/** Reads changes of a template's status, quality or category. They concern the account, not a customer. */
export function parseTemplateChange(value: Json, path: string, context: WhatsAppContext, sink: Sink): void {
	const account = context.businessAccount;
	const at = asTime(context.entryTime);
	const template = asText(value.message_template_id) ?? asText(value.message_template_name);
	if (!account) return sink.ignore(path, 'the account (entry.id) is missing');
	if (!at) return sink.ignore(path, 'entry.time is missing');
	if (!template) return sink.ignore(path, 'the template is not named');
	const change =
		asText(value.event) ?? asText(value.new_quality_score) ?? asText(value.new_category) ?? 'changed';
	sink.event({
		kind: 'template',
		id: `${context.field}:${account}:${template}:${change}:${at}`,
		...{ channel: 'whatsapp' as const, account, contact: { id: account }, at, opensWindow: false },
		raw: { field: context.field, ...value },
	});
}
