import { CHANNEL_NAMES } from '../../messaging/channel.ts';
import { reason } from '../reasons/index.ts';
import { ALLOW, end, type Rule } from './rule.ts';

/**
 * A follow-up goes only to the platforms chosen for it.
 *
 * es: Un seguimiento sale solo por las plataformas elegidas para él.
 */
export const platform: Rule = ({ followUp, conversation }) =>
	followUp.platforms.includes(conversation.channel)
		? ALLOW
		: end(
				reason(
					'platform_not_selected',
					`The follow-up is not meant for ${CHANNEL_NAMES[conversation.channel]}`,
				),
			);
