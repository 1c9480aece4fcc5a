/** The engine's own API: everything the nodes use, and usable without n8n. */
export { verifySignature } from './meta/webhook/signature';
export { parseWebhook, type Ignored, type ParsedWebhook } from './meta/webhook/parse-webhook';
export { sendMessage, type Sent } from './meta/send/send-message';
export { classifyError, type ErrorClass, type ErrorRow } from './meta/send/errors';
export type { GraphRequest, GraphResponse, GraphTransport } from './meta/send/graph-request';

export { CHANNELS, CHANNEL_NAMES, isChannel, type Channel } from './messaging/channel';
export { conversationKey, parseConversationKey } from './messaging/conversation-key';
export type { Conversation, TranscriptMessage } from './messaging/conversation';
export { EVENT_KINDS, type Contact, type EventKind, type MessagingEvent } from './messaging/messaging-event';
export { isOptOut } from './messaging/opt-out-words';
export { messagingWindow, type MessagingWindow } from './messaging/window';
export { GRAPH_VERSION, WEBHOOK_BODY_MAX_BYTES } from './messaging/platform-limits';

export { parseChatbot, DefinitionError } from './follow-up/parse-chatbot';
export type { Chatbot, ChatbotInput, FollowUpDefinition } from './follow-up/definition';
export { planFollowUps, type Plan } from './follow-up/plan';
export { REASONS, type Reason, type ReasonCode } from './follow-up/reasons';
export { STATES, LIVE_STATES, mayBecome, type FollowUpState } from './follow-up/lifecycle';
export type * from './follow-up/types';

export { decideFollowUps, type DecideInput } from './ai/decide';
export { openAiModel, type OpenAiModelOptions } from './ai/openai-model';
export { buildPrompt } from './ai/prompt';
export {
	ModelAnswerError,
	ModelConfigurationError,
	ModelUnavailableError,
	type DecisionModel,
	type ModelAnswer,
	type ModelRequest,
} from './ai/decision-model';

export { openStore, type StoreOptions } from './store/open-store';
export { embeddedStoreFile, sharedStore } from './store/shared-store';
export type {
	BeginSend,
	Claim,
	ClaimOptions,
	ListFilter,
	RecoveredLeases,
	ReleaseOptions,
	ScheduleResult,
	Store,
} from './store/store';
export type { Ingested } from './store/ingest';

export * from './wire-items';
