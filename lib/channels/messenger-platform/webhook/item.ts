import type { Contact } from '../../../messaging/messaging-event.ts';
import type { Sink } from '../../../meta/webhook/sink.ts';
import { asObject, asText, asTime, shown, type Json } from '../../../meta/webhook/read.ts';
import { parseEdit } from './edit.ts';
import { parseHandover } from './handover.ts';
import { parseMessage } from './message.ts';
import { parseDelivery, parseRead } from './receipt.ts';
import { parseOptIn } from './opt-in.ts';
import { parseOther } from './other.ts';
import type { Item, Platform } from './platform.ts';
import { parsePolicyEnforcement } from './policy-enforcement.ts';
import { parsePostback } from './postback.ts';
import { parseReaction } from './reaction.ts';
import { parseReferral } from './referral.ts';

type ItemParser = (item: Item, path: string, sink: Sink) => void;

/**
 * What an item may hold, by the key it stands under; exactly one of them is there.
 * Sources: Meta, "Messenger Platform webhook events" and "Instagram messaging webhooks"; read 2026-11-22.
 */
const PARSERS: Record<string, ItemParser> = {
	message: parseMessage,
	postback: parsePostback,
	reaction: parseReaction,
	read: parseRead,
	delivery: parseDelivery,
	message_edit: parseEdit,
	optin: parseOptIn,
	referral: parseReferral,
	pass_thread_control: parseHandover('pass'),
	take_thread_control: parseHandover('take'),
	request_thread_control: parseHandover('request'),
	response_feedback: parseOther('response_feedback'),
	account_linking: parseOther('account_linking'),
};

const POLICY_KEYS = ['policy_enforcement', 'policy-enforcement'];

/** Reads one of `messaging[]` or `standby[]`, or the value of a change that holds the same. */
export function parseItem(
	json: Json,
	path: string,
	entry: { account: string; time: unknown },
	options: { platform: Platform; isStandby: boolean },
	sink: Sink,
): void {
	const { platform, isStandby } = options;
	const { account } = entry;
	const at = asTime(json.timestamp) ?? asTime(entry.time);
	if (!at) return sink.ignore(path, `timestamp ${shown(json.timestamp)} is not a time`);
	const channel = platform.channel;
	if (POLICY_KEYS.some((key) => key in json))
		return parsePolicyEnforcement({ channel, account, at, raw: json }, sink);

	const key = Object.keys(PARSERS).find((name) => asObject(json[name]) !== undefined);
	if (key === undefined)
		return sink.ignore(path, `holds none of ${Object.keys(PARSERS).join(', ')}; it has ${keysOf(json)}`);
	const sender = asText(asObject(json.sender)?.id);
	const fromBusiness = asObject(json.message)?.is_echo === true || sender === account;
	const contact = contactOf(asObject(fromBusiness ? json.recipient : json.sender));
	if (!contact) return sink.ignore(path, `${fromBusiness ? 'recipient' : 'sender'}.id is missing`);
	if (contact.id === account) return sink.ignore(path, 'the account wrote to itself');
	const about = { channel, account, contact, at, raw: json };
	PARSERS[key]?.({ json, platform, about, fromBusiness, isStandby }, path, sink);
}

function contactOf(side: Json | undefined): Contact | undefined {
	const id = asText(side?.id);
	const username = asText(side?.username);
	return id ? { id, ...(username ? { username } : {}) } : undefined;
}

function keysOf(json: Json): string {
	return Object.keys(json).slice(0, 10).join(', ') || 'nothing';
}
