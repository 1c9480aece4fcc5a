/** The product allows five active follow-ups per chatbot; a setting can change it. */
export const ACTIVE_LIMIT = 5;
/** Who has not answered so many follow-ups in a row does not want to; a setting can change it. */
export const UNANSWERED_LIMIT = 3;
/** Stay this far from the end of the window: clocks differ, and a refused message is lost. */
export const SAFETY_MARGIN_MINUTES = 15;
/** The cap looks back at most this far; the store keeps as much. */
export const CAP_DAYS_MAX = 30;
export const NAME_MAX_CHARACTERS = 100;
/** A year: nobody remembers the conversation any more, and larger numbers are slips. */
export const DELAY_MAX_DAYS = 365;
