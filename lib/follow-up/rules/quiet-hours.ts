import { canUseTemplate, templateAt } from '../message-kind.ts';
import { beforeQuiet, holidayBetween, quietUntil } from '../quiet-hours.ts';
import { reason, type Reason } from '../reasons/index.ts';
import { latestFreeForm } from '../window-end.ts';
import { ALLOW, earlier, end, waitUntil, type Rule, type RuleFacts, type Verdict } from './rule.ts';

/**
 * Nothing goes out in the quiet hours or on a public holiday. Usually it waits for their end. When the window closes
 * before that, a setting says whether it goes before them, as a template after them, or not at all.
 *
 * es: En las horas de silencio y en los días festivos no sale nada. Por lo general se espera a que terminen. Si la ventana
 * se cierra antes, un ajuste dice si sale antes, como plantilla después, o no sale.
 */
export const quietHours: Rule = (facts) => {
	const { chatbot, followUp, conversation, at } = facts;
	const until = quietEnd(facts);
	if (until === undefined) return foundInTime(facts);
	const why = whyQuiet(facts, until);
	if (!outlastWindow(facts, until)) return waitUntil(until, why.after);

	const { quietConflict } = chatbot.settings;
	const templateHelps = canUseTemplate(followUp, conversation);
	if (quietConflict === 'template' && templateHelps) return waitUntil(until, why.after);
	if (quietConflict === 'earlier') {
		const before = facts.phase === 'plan' ? beforeLastingQuiet(facts, facts.now ?? at) : undefined;
		if (before) return earlier(before, why.before);
		// The time before has passed: a template afterwards is the nearest to what was wanted.
		if (templateHelps) return waitUntil(until, why.after);
	}
	return end(why.never);
};

/** Of both, the holiday is named: that it is night everybody can see. */
function whyQuiet(
	{ chatbot: { settings }, at }: RuleFacts,
	until: Date,
): Record<'before' | 'after' | 'never', Reason> {
	return holidayBetween(settings, at, new Date(until.getTime() - 1))
		? {
				before: reason('before_public_holiday'),
				after: reason('public_holiday'),
				never: reason('holiday_past_window'),
			}
		: {
				before: reason('before_quiet_hours'),
				after: reason('quiet_hours'),
				never: reason('quiet_past_window'),
			};
}

/**
 * The moment before the quiet hours to which a message is moved, when they outlast the window and the setting is to send
 * earlier; undefined when nothing is to be moved, or that moment has passed.
 */
export function beforeLastingQuiet(facts: RuleFacts, now: Date): Date | undefined {
	if (facts.chatbot.settings.quietConflict !== 'earlier') return undefined;
	return lastFoundBefore(facts, now);
}

/**
 * What is due shortly before quiet hours that outlast the window is found in them, by a trigger that looks every 15 minutes
 * or a run that waits for its place. So it is due one look earlier.
 */
function foundInTime(facts: RuleFacts): Verdict {
	if (facts.phase !== 'plan' || facts.toTheEdge) return ALLOW;
	const before = lastFoundBefore(facts, facts.now ?? facts.at);
	if (before === undefined || before >= facts.at) return ALLOW;
	const found = foundAt(facts);
	const until = quietEnd({ ...facts, at: found }) ?? found;
	return { kind: 'earlier', to: before, reason: whyQuiet(facts, until).before, atBest: true };
}

/** The last moment at which it is still found before quiet hours that outlast the window; undefined when that has passed. */
function lastFoundBefore(facts: RuleFacts, now: Date): Date | undefined {
	const { settings, lookMs = 0 } = facts.chatbot;
	const found = foundAt(facts);
	const until = quietEnd({ ...facts, at: found });
	if (until === undefined || !outlastWindow(facts, until)) return undefined;
	const last = beforeQuiet(settings, found);
	if (last < now) return undefined;
	// Other quiet hours may end less than a look before these begin.
	const wanted = new Date(Math.max(now.getTime(), last.getTime() - lookMs));
	return quietUntil(settings, wanted);
}

/** When it is begun with at the latest. */
function foundAt({ chatbot: { lookMs = 0 }, at }: RuleFacts): Date {
	return new Date(at.getTime() + lookMs);
}

function quietEnd({ chatbot: { settings }, at }: RuleFacts): Date | undefined {
	if (settings.quietHours.length === 0 && settings.publicHolidays === '') return undefined;
	const until = quietUntil(settings, at);
	return until > at ? until : undefined;
}

/** A template needs no window, so the quiet hours cannot outlast one. */
function outlastWindow(facts: RuleFacts, until: Date): boolean {
	const latest = latestFreeForm(facts.chatbot, facts.conversation, facts.at);
	return latest !== undefined && until > latest && templateAt(facts) === undefined;
}
