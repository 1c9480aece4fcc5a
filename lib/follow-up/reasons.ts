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
	customer_asked_later: 'The customer is busy or asked to be written to later, so it waits until then',
	ai_retry: 'The AI service did not answer, so it is asked again later',
	meta_retry: 'Meta did not accept the message for now, so it is tried again later',
	paused_until: 'The conversation is paused until a set time',
	account_paused: 'Sending is paused for the account of the business, so it waits',
	waiting_for_other_app:
		'Another app owns the conversation and has not answered the customer, so it waits until it may take it over',
	thread_taken_over:
		'Another app owned the conversation and nobody had answered the customer, so the follow-up took it over',
	person_wrote: 'A person on the business side is writing with the customer, so it waits',
	silence_not_over: 'Somebody has written since, so the silence it waits for is not over yet',
	moved_by_user: 'It was moved to another time by hand or by another workflow',
	due_now_by_user: 'It was made due at once by hand or by another workflow',
	minimum_gap: 'Another follow-up went to the customer shortly before, so it waits for the minimum gap',
	marketing_held_back: 'Meta holds back marketing messages to this customer, so it waits',
	quiet_hours: 'It fell into the quiet hours, so it was moved to their end',
	before_quiet_hours:
		'The quiet hours last until after the messaging window closes, so it was moved to the time before them',

	// Ended without a message
	cancelled_reply: 'The customer wrote again before it was sent',
	cancelled_reaction: 'The customer answered with a reaction such as 👍 to a message of the business',
	cancelled_by_user: 'It was cancelled by hand or by another workflow',
	stopped: 'The stop condition is met',
	not_triggered: 'The situation described for this follow-up does not apply to the conversation',
	opted_out: 'The customer asked for no more messages',
	opted_out_by_model: 'The customer asked for no more messages, as the AI understood it',
	paused: 'The conversation is paused',
	owned_by_other_app: 'Another app or Meta Business Agent owns the conversation',
	converted: 'The conversation has reached its goal',
	marketing_opted_out: 'The customer stopped marketing messages, and only a marketing template could go',
	promotions_stopped: 'The customer asked for no more promotions, and it is no template of another kind',
	us_marketing: 'Meta delivers no marketing templates to numbers of the United States outside the window',
	template_not_approved: 'The WhatsApp template is not approved at the moment',
	template_incomplete: 'A variable of the WhatsApp template is empty',
	capped: 'The customer has got the most follow-ups that are allowed in the period',
	gap_past_window: 'The minimum gap after another follow-up lasts until after the messaging window closes',
	quiet_past_window: 'The quiet hours last until after the messaging window closes',
	held_out:
		'The conversation belongs to the share without follow-ups, which their effect is measured against',
	dry_run: 'Dry run: it would have been sent',
	over_budget: 'The monthly budget of the account is used up',
	cost_unknown: 'A monthly budget is set, and what this message costs is not known',
	window_closed: 'The 24-hour messaging window is closed and there is no approved template to use',
	definition_inactive: 'The follow-up is switched off or no longer exists',
	stored_unreadable: 'What is stored of the follow-up cannot be read, so it was not sent',
	platform_not_selected: 'The follow-up is not meant for this platform',
	no_customer_message: 'The customer has not written yet',
	before_activation: 'The silence began before the follow-ups were switched on',
	business_silent: 'Nobody on the business side answered the customer while a message was allowed',
	number_moved:
		"The customer's number came with another user ID: the message would reach nobody or somebody else",
	conversation_merged: 'The customer got a new ID and the same follow-up is already planned there',
	ai_unavailable: 'The AI service could not be reached while a message was allowed',
	customer_asked_too_late: 'The customer asked to be written to at a time when no message is allowed',
	ai_answer_unusable: 'The AI gave no usable answer, also when asked again',
	ai_text_unusable: 'The AI wrote a text that may not be sent, also when asked again',
	ai_refused: 'The AI refused to answer',
	ai_answer_empty: 'The AI gave an empty answer, also when asked again',
	ai_answer_cut_off: "The AI's answer was cut off, also when asked again",
	ai_too_long: 'The conversation is too long for the AI model',
	dead_letter: 'It was taken up several times and never brought to an end',
	expired: 'It came due too long ago to still make sense',

	// What became of a message
	claimed: 'Taken up because it is due',
	lease_expired: 'The run that had taken it up ended without a result',
	given_back: 'It was taken up and given back undecided; it is tried again later',
	decided_send: 'It is to be sent',
	decided_before: 'It is to be sent as it was decided before it waited; nothing has changed since',
	fixed_message_instead: 'The AI failed, so the fixed message is sent instead',
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
