import type { Template } from '../../../ledger.ts';
import type { WebhookEvent } from '../../webhooks.ts';
import { change } from './frame.ts';

/** The review of a template ended, or its status changed. The language is written with a hyphen here, unlike in sends. */
export function templateStatus(template: Template, event: string, reason: string | null): WebhookEvent {
	return change('message_template_status_update', {
		event,
		message_template_id: Number(template.id),
		message_template_name: template.name,
		message_template_language: template.language.replace('_', '-'),
		message_template_category: template.category,
		reason,
	});
}
