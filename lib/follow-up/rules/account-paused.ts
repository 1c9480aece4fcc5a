import { onlyFor } from '../../messaging/conversation.ts';
import { PAUSE_LOOK_MS } from '../../messaging/errors/effect.ts';
import { reason } from '../reasons/index.ts';
import { ALLOW, waitUntil, type Rule } from './rule.ts';

/**
 * Meta restricts the account, or a person paused it: every try would fail and may make it worse. Whoever resumes it must
 * not wait long, so a follow-up that is due looks again in steps; until then nothing is promised and nothing is ended.
 *
 * es: Meta restringe la cuenta, o una persona la puso en pausa: cada intento fallaría y puede empeorarlo. Quien la
 * reanuda no debe esperar mucho, así que un seguimiento vencido vuelve a mirar por pasos; hasta entonces no se promete
 * ni se termina nada.
 */
export const accountPaused: Rule = ({ conversation: { accountPause }, at, phase }) => {
	if (!accountPause || phase === 'plan') return ALLOW;
	const until = accountPause.until === undefined ? Infinity : Date.parse(accountPause.until);
	if (until <= at.getTime()) return ALLOW;
	const look = new Date(Math.min(until, at.getTime() + PAUSE_LOOK_MS));
	return waitUntil(
		look,
		reason(
			'account_paused',
			`Sending is paused for the account${onlyFor(accountPause)}: ${accountPause.reason}`,
		),
	);
};
