import * as whatsapp from '../../meta/payloads/whatsapp.ts';
import { noteMarketingWish } from '../../referee/wishes.ts';
import { tellConversation } from '../tell.ts';
import { on, type Doing, type Kinds } from './kind.ts';

const preference = (value: 'stop' | 'resume' | 'signup'): Doing =>
	on(['whatsapp'], (context, customer, _input, at) => {
		const conversation = context.ledger.conversationOf(customer);
		noteMarketingWish(conversation, value === 'stop', at);
		tellConversation(context, conversation);
		return { events: [whatsapp.marketingPreference(customer, value, at)] };
	});

/** What the customer chooses in WhatsApp's own settings; with `at` it can be told late and in any order. */
export const wishes: Kinds = {
	stop_marketing: preference('stop'),
	resume_marketing: preference('resume'),
	signup_marketing: preference('signup'),
};
