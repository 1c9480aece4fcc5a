import type { Words } from '../words/index.ts';
import { html, type Html } from '../html.ts';

const KNOWN = ['blue', 'green', 'grey', 'orange', 'pink', 'purple', 'red', 'yellow'] as const;
/** The colours to choose from. */
export const COLOUR_CHOICES: readonly string[] = KNOWN;
type Known = (typeof KNOWN)[number];

const isKnown = (colour: string | undefined): colour is Known => KNOWN.includes(colour as Known);

/** The class that gives an element the colour of a follow-up. */
export function colourClass(colour: string | undefined): string {
	return isKnown(colour) ? `c-${colour}` : 'c-none';
}

/** The colour in words: definitions in JSON may name colours of their own. */
export function colourName(colour: string | undefined, t: Words): string {
	if (!colour) return t.colours.none;
	return isKnown(colour) ? t.colours[colour] : colour;
}

/** A dot in the colour, with its name for those who do not see it. */
export function colourDot(colour: string | undefined, t: Words): Html {
	return html`<span class="dot ${colourClass(colour)}" aria-hidden="true"></span
		><span class="quiet colour-name">${colourName(colour, t)}</span>`;
}
