import type { Contact } from '../messaging/messaging-event.ts';
import type { ChannelFacts } from '../messaging/channels/index.ts';
import type { FileToUpload, Outgoing, ReadMark, Recipient } from '../meta/send/outgoing.ts';
import type { GraphTransport } from '../meta/send/graph-request.ts';
import type { Json } from '../meta/webhook/read.ts';
import type { Sink } from '../meta/webhook/sink.ts';

/** One channel: what is special about it, how its webhooks are read and what is written to it. */
export interface ChannelDriver {
	/** Limits, window, pace, AI timing and identity. */
	facts: ChannelFacts;
	/** What an app subscribes to. */
	webhook: WebhookSubscription;
	/** Reads one entry of a delivery. Must not throw for any JSON: what it cannot read goes to `sink.ignore`. */
	parseEntry(entry: Json, path: string, sink: Sink): void;
	/** What the channel would not take of a message, as a sentence for a person; undefined when all is well. */
	complaintAbout(content: Outgoing): string | undefined;
	/** The body of `POST /{sender}/messages`. `callbackData` comes back with the statuses, where the channel can do that. */
	messageBody(to: Recipient, content: Outgoing, callbackData?: string): object;
	/** Whom the answer to a request says the message went to, where it says so: the IDs under which they will write. */
	receiverIn?(answer: Json): Contact | undefined;
	/** The bodies, for the same address, that show the customer that a message was read. */
	readBodies(mark: ReadMark): object[];
	/** What is asked of a customer's profile. Left out where deliveries bring the name. */
	profile?: { fields: string; read(json: Json): Pick<Contact, 'name' | 'username'> };
	/** In whose name it is sent, if not the account's own. */
	sender?(options: { linkedPage?: string }): string | undefined;
	/** Uploads a file and gives its ID. Left out where files go by link only. */
	uploadMedia?(transport: GraphTransport, account: string, file: FileToUpload): Promise<string>;
}

export interface WebhookSubscription {
	/** Meta's name for the thing whose events are delivered. */
	object: string;
	/** The fields this package reads. */
	fields: readonly string[];
	/** An account that adds the app says which fields it passes on; WhatsApp accounts pass on whatever the app asks for. */
	accountNamesFields: boolean;
}
