import { CLOCK_TOLERANCE_MS } from '../../messaging/clock-offset.ts';
import { PAUSE_LOOK_MS } from '../../messaging/errors/effect.ts';
import { reason } from '../reasons/index.ts';
import { ALLOW, waitUntil, type Rule } from './rule.ts';

/** A clock that was last seen to be wrong so long ago may have been set since, and nobody has written meanwhile. */
const BELIEVED_MS = 24 * 60 * 60_000;

/**
 * With a clock that is further from Meta's than the safety margin, the window, the quiet hours and who wrote last are all
 * judged wrongly. Nothing goes until deliveries of Meta fit the clock again.
 *
 * es: Con un reloj que difiere del de Meta más que el margen de seguridad, la ventana, las horas de silencio y quién escribió
 * de último se juzgan mal. No sale nada hasta que lo que entrega Meta vuelva a coincidir con el reloj.
 */
export const clockFits: Rule = ({ conversation: { clockOff }, chatbot, at, phase }) => {
	if (!clockOff || phase === 'plan') return ALLOW;
	const allowed = Math.max(CLOCK_TOLERANCE_MS, chatbot.settings.safetyMarginMinutes * 60_000);
	const isOld = Math.abs(at.getTime() - Date.parse(clockOff.seenAt)) > BELIEVED_MS;
	if (isOld || Math.abs(clockOff.ms) <= allowed) return ALLOW;
	const off = `${Math.round(Math.abs(clockOff.ms) / 60_000)} minutes ${clockOff.ms < 0 ? 'behind' : 'ahead of'} Meta's`;
	return waitUntil(
		new Date(at.getTime() + PAUSE_LOOK_MS),
		reason(
			'clock_wrong',
			`The clock is ${off}, more than the safety margin allows, so it waits until the clock is right`,
		),
	);
};
