/** The follow-up that all compared workflows have: the appointment reminder of the product's first example. */
export const DELAY_HOURS = 4;
export const FOLLOW_UP = {
	name: 'Appointment reminder',
	description:
		'Send a follow-up when a customer shows interest in booking an appointment but does not confirm date and time',
	message:
		'Hi, shall we go ahead with your appointment? This week we have times from 9 am to 12 noon and from 2 to 5 pm. Which day and time suit you best?',
};
export const STOP_CONDITION =
	'Stop when the customer confirms the appointment, cancels the request or says they are no longer interested';

/** What the customers of the bench write, in this order, and what the business answers. */
export const CONVERSATION = [
	['Hi, I would like an appointment', 'Hi! Of course. What is it about?'],
	['A check-up, it has been a year', 'Good that you think of it. Is it for yourself?'],
	['Yes, and maybe one for my daughter', 'We can do both on the same day. How old is she?'],
	['She is nine. Do you have times in the afternoon?', 'Yes: Tuesday and Thursday from 2 to 5 pm.'],
	['And how long does an appointment take?', 'About 40 minutes for each of you.'],
	['Thanks, I will check my calendar for the appointment', 'Perfect, tell us which day suits you.'],
] as const;
