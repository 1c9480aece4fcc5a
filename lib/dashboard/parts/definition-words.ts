import { CHANNEL_NAMES } from '../../messaging/channel.ts';
import type { FollowUpDefinition } from '../../follow-up/definition.ts';
import type { Context } from '../context.ts';
import { fill } from '../words/index.ts';

type Words = Pick<Context, 't' | 'f'>;

/** How long a follow-up waits, e.g. `4 h` or `AI decides (otherwise 4 h)`. */
export function delayWords(
	{ timing, delay: amount, delayUnit }: FollowUpDefinition,
	{ t, f }: Words,
): string {
	const delay = f.delay(amount, delayUnit);
	return timing === 'ai' ? fill(t.delay.ai, { delay }) : delay;
}

/** The same with what it counts from. */
export function wholeDelayWords(definition: FollowUpDefinition, words: Words): string {
	const { afterAnyone, afterCustomer } = words.t.delay;
	return fill(definition.anchor === 'anyone' ? afterAnyone : afterCustomer, {
		delay: delayWords(definition, words),
	});
}

export function platformWords({ platforms }: FollowUpDefinition): string {
	return platforms.map((platform) => CHANNEL_NAMES[platform]).join(', ');
}

/** Where the message comes from, and the template that goes when the window is closed. */
export function messageWords({ messageSource, template }: FollowUpDefinition, { t }: Words): string {
	const source = messageSource === 'ai' ? t.message.ai : t.message.fixed;
	return template ? `${source} + ${fill(t.message.template, { name: template.name })}` : source;
}
