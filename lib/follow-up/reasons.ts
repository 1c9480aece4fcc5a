/**
 * Every reason a follow-up can be planned differently, delayed, not sent or ended for, with the sentence that a person
 * reads. One table, so that the log, the node output, the dashboard and the docs say the same.
 */
export const REASONS = {
	// A due time that is not the one asked for
	clamped_to_window:
		'The delay reaches past the 24-hour messaging window, so it was moved to the last safe moment inside it',
	ai_timing_not_available: 'AI timing works on WhatsApp only, so the fallback delay was used',
	overdue: 'The time asked for had already passed, so it is due now',
	waiting_for_business:
		'Nobody on the business side has answered the customer yet, so it is looked at again later',
	ai_asked_to_wait: 'The AI chose a later moment',
	ai_retry: 'The AI service did not answer, so it is asked again later',
	meta_retry: 'Meta did not accept the message for now, so it is tried again later',
	paused_until: 'The conversation is paused until a set time',

	// Ended without a message
	cancelled_reply: 'The customer wrote again before it was sent',
	cancelled_by_user: 'It was cancelled by hand or by another workflow',
	stopped: 'The stop condition is met',
	not_triggered: 'The situation described for this follow-up does not apply to the conversation',
	opted_out: 'The customer asked for no more messages',
	paused: 'The conversation is paused',
	owned_by_other_app: 'Another app or Meta Business Agent owns the conversation',
	window_closed: 'The 24-hour messaging window is closed and there is no approved template to use',
	definition_inactive: 'The follow-up is switched off or no longer exists',
	platform_not_selected: 'The follow-up is not meant for this platform',
	no_customer_message: 'The customer has not written yet',
	before_activation: 'The silence began before the follow-ups were switched on',
	business_silent: 'Nobody on the business side answered the customer while a message was allowed',
	conversation_merged: 'The customer got a new ID and the same follow-up is already planned there',
	ai_unavailable: 'The AI service could not be reached while a message was allowed',
	ai_answer_unusable: 'The AI gave no usable answer, also when asked again',
	dead_letter: 'It was taken up several times and never brought to an end',
	expired: 'It came due too long ago to still make sense',

	// What became of a message
	claimed: 'Taken up because it is due',
	lease_expired: 'The run that had taken it up ended without a result',
	given_back: 'It was taken up and given back undecided; it is tried again later',
	decided_send: 'It is to be sent',
	sending: 'The message is on its way to Meta',
	accepted: 'Meta accepted the message',
	refused: 'Meta refused the message',
	answer_lost:
		'Whether Meta accepted the message is not known; only a status from Meta can tell, and it is not sent again',
	status_update: 'Meta reported a new state of the message',
	customer_replied: 'The customer answered the follow-up',
	planned: 'Planned',
} as const;

export type ReasonCode = keyof typeof REASONS;

/** A reason code with the sentence a person reads. */
export interface Reason {
	code: ReasonCode;
	sentence: string;
}

/** The reason with its sentence; `detail` replaces the general sentence by a more exact one. */
export function reason(code: ReasonCode, detail?: string): Reason {
	return { code, sentence: detail ?? REASONS[code] };
}
