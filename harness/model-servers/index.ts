import type { Behaviour } from './behaviour.ts';
import { FORMATS } from './formats.ts';
import { OTHER_FORMS } from './other-forms.ts';
import { REFUSED_QUESTIONS } from './refused-questions.ts';
import { SETTINGS } from './settings.ts';
import { TROUBLES } from './troubles.ts';

export { shownBody, type Behaviour } from './behaviour.ts';
export { QUOTED } from './other-forms.ts';
export { GOOD_TEXT, MARK, rightAnswer, startStandIn, type StandIn } from './stand-in.ts';

/** How model servers are known to answer, by what is to be done about it. Each is played by a test and is a row of the docs. */
export const BEHAVIOURS = {
	refusedQuestions: REFUSED_QUESTIONS,
	troubles: TROUBLES,
	otherForms: OTHER_FORMS,
	formats: FORMATS,
	settings: SETTINGS,
} satisfies Record<string, Behaviour[]>;
