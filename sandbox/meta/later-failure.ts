import type { MessageError, Template } from '../ledger.ts';
import type { Context } from '../context.ts';
import type { Fault } from '../faults.ts';
import { recordViolation } from '../referee/violations.ts';
import type { Address } from './whatsapp-address.ts';

export const windowClosed = {
	code: 131047,
	title: 'Re-engagement message',
	details:
		'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
};

/** What Meta accepts and reports as failed afterwards, or null when the message will arrive. */
export function laterFailure(
	context: Context,
	address: Address,
	template: Template | undefined,
	open: boolean,
	fault?: Fault,
): MessageError | null {
	if (fault?.mode === 'fail_later') {
		const title = fault.message ?? 'Message failed to send';
		return { code: fault.code ?? 131000, title, details: fault.message ?? 'Something went wrong.' };
	}
	if (!template && !open) return windowClosed;
	if (!address.customer) {
		return {
			code: 131026,
			title: 'Message undeliverable',
			details: `Nobody in the sandbox has ${address.input}.`,
		};
	}
	if (template?.category !== 'MARKETING') return null;
	if (context.ledger.conversationOf(address.customer).marketingStopped) {
		recordViolation(
			context,
			'marketing_after_stop',
			`Template "${template.name}" (MARKETING) was sent to a customer who stopped marketing messages.`,
			address.customer,
		);
		return {
			code: 131050,
			title:
				'Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business',
			details: 'The user stopped marketing messages.',
		};
	}
	// Since April 2025 marketing templates do not reach US numbers outside an open window.
	if (!open && (address.number ?? address.customer.waId)?.startsWith('1')) {
		return {
			code: 131049,
			title: 'This message was not delivered to maintain healthy ecosystem engagement.',
			details: 'Marketing templates are not delivered to US numbers.',
		};
	}
	return null;
}
