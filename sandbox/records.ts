import type { Channel } from './world.ts';

export type Customer = {
	id: string;
	name: string;
	channel: Channel;
	/** wa_id (or the BSUID when there is no phone), PSID, IGSID. */
	contactId: string;
	/** The business-scoped user ID (BSUID); WhatsApp only. */
	userId?: string;
	previousUserIds?: string[];
	/** With country code and `+`, as this person writes it; WhatsApp only. */
	phone?: string;
	/** The number as Meta itself writes it, in digits: in Mexico, Brazil and Argentina not always as people do. */
	waId?: string;
	/** The business may not see the number: webhooks of what this person does carry the user ID only. */
	hidesPhone?: boolean;
	/** The user ID stands where a number belongs (`from`, `wa_id`), as some deliveries have it. */
	idInFrom?: boolean;
	username?: string;
	createdAt: string;
};

export type MessageError = { code: number; subcode?: number; title: string; details: string };

export type Message = {
	id: string;
	channel: Channel;
	account: string;
	/** The customer's id in this ledger; null when nobody has the address it was sent to. */
	customer: string | null;
	direction: 'in' | 'out';
	/** `agent` is Meta Business Agent, which answers for the business without its app. */
	via: 'customer' | 'api' | 'app' | 'agent';
	type: string;
	text?: string;
	template?: { name: string; language: string; category: string };
	at: string;
	windowOpenAtSend?: boolean;
	/** Who held the thread when the API sent this; only where it was not the business. */
	ownerAtSend?: ThreadOwner;
	callbackData?: string;
	states: { sent?: string; delivered?: string; read?: string; failed?: string };
	error?: MessageError;
	reaction?: string;
	/** The body the API was given; for tests. */
	body?: unknown;
};

/** Who answers the customer: the business (its app or a person), Meta Business Agent, or whoever Meta's routing names next. */
export type ThreadOwner = 'business' | 'agent' | 'idle';

export type AgentState = {
	/** Whether Meta's routing gives this customer's idle thread to the agent. */
	enabled: boolean;
	/** The agent holds threads but says nothing, as for customers outside its allow-list. */
	silent: boolean;
	owner: ThreadOwner;
	/** When the owner last changed. */
	since: number | null;
};

export type Conversation = {
	key: string;
	channel: Channel;
	account: string;
	customer: string;
	/** When the customer last did something that opens the window, and what. */
	windowOpenedAt: number | null;
	windowOpenedBy: string | null;
	/** Since when the customer has asked to be left alone, in which words. */
	stopped: { at: number; text: string } | null;
	/** When the customer last wrote; ends a silence. */
	lastInboundAt: number | null;
	/** When the customer last took such a request back. */
	startedAt: number | null;
	marketingStopped: boolean;
	/** When the customer last stopped or resumed marketing: the newest wish stands, however late another arrives. */
	marketingWishAt: number | null;
	agent: AgentState;
	/** WhatsApp free entry point: the ad brought the customer at `openedAt`; free for 72 h from our first answer. */
	entryPoint: { openedAt: number; answeredAt: number | null } | null;
};

export type Delivery = {
	id: string;
	at: string;
	field: string;
	url: string | null;
	attempts: { at: string; status: number | string; ms: number }[];
	done: boolean;
	/** The app did not subscribe to this field, so it went nowhere. */
	notSubscribed?: boolean;
};

export type Refusal = {
	at: string;
	code: number;
	subcode?: number;
	message: string;
	to: string | null;
	body: unknown;
};
export type Violation = {
	at: string;
	kind: string;
	details: string;
	customer: string | null;
	body?: unknown;
};

export type Template = {
	id: string;
	/** The WhatsApp account or the Page that owns it. */
	owner: string;
	name: string;
	language: string;
	status: string;
	category: string;
	parameter_format: 'POSITIONAL' | 'NAMED';
	components: { type: string; [key: string]: unknown }[];
	quality_score: { score: string };
	rejected_reason?: string;
};

export type Change = { type: string; [key: string]: unknown };
