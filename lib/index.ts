/** The engine's own API: everything the nodes use, and usable without n8n. */
export { verifySignature } from './meta/webhook/signature';
export { parseWebhook, type Ignored, type ParsedWebhook } from './meta/webhook/parse-webhook';
export {
	isSubscribed,
	subscribe,
	SubscriptionError,
	unsubscribe,
	WEBHOOK_FIELDS,
	WEBHOOK_OBJECTS,
	type MadeSubscriptions,
	type SubscriptionTarget,
	type WantedSubscription,
} from './meta/subscription';
export { sendMessage, type MessageToSend, type Sent } from './meta/send/send-message';
export { guardMessage, MessageNotAllowedError, type GuardOptions } from './meta/send/guard';
export { GraphError } from './meta/send/graph-error';
export { inLanes, type LanesOptions } from './meta/send/in-lanes';
export { cutText } from './meta/send/cut-text';
export { markAsRead, type ReadMark } from './meta/send/mark-as-read';
export { uploadMedia, type FileToUpload } from './meta/send/upload-media';
export {
	MEDIA_TYPES,
	transcriptOf,
	type ButtonsContent,
	type MediaContent,
	type MediaType,
	type Outgoing,
} from './meta/send/outgoing';
export type { GraphRequest, GraphResponse, GraphTransport } from './meta/send/graph-request';
export { isSendable, type Template } from './meta/templates/template';
export { parseTemplateKey, templateKey } from './meta/templates/template-key';
export { templateVariables, type TemplateVariable } from './meta/templates/variables';
export { fillTemplate, TemplateValuesError, type TemplateValues } from './meta/templates/fill-template';
export {
	findTemplate,
	listTemplates,
	templateOptions,
	textOf,
	type TemplateFilter,
	type TemplateOption,
} from './meta/templates/list-templates';
export {
	createTemplate,
	NewTemplateError,
	type CreatedTemplate,
	type NewTemplate,
} from './meta/templates/create-template';
export { deleteTemplate } from './meta/templates/delete-template';
export { RATE_TABLE, parseRateTable, RateTableError, type RateTable } from './meta/prices/rate-table';
export { estimateCost, type CostEstimate, type CostFacts } from './meta/prices/estimate';
export { monthOf, objectionOfBudget } from './meta/prices/budget';
export { marketOf } from './meta/prices/market';

export { ERROR_ROWS, type ErrorClass, type ErrorRow } from './messaging/errors/table';
export { effectOfError, type ErrorEffect, type MetaError } from './messaging/errors/effect';

export { CHANNELS, CHANNEL_NAMES, isChannel, type Channel } from './messaging/channel';
export { conversationKey, parseConversationKey } from './messaging/conversation-key';
export type { Conversation, TranscriptMessage } from './messaging/conversation';
export { EVENT_KINDS, type Contact, type EventKind, type MessagingEvent } from './messaging/messaging-event';
export { readMoment } from './messaging/moment';
export { isOptOut } from './messaging/opt-out-words';
export { messagingWindow, type MessagingWindow } from './messaging/window';
export { GRAPH_VERSION, WEBHOOK_BODY_MAX_BYTES } from './messaging/platform-limits';

export { parseChatbot, DefinitionError } from './follow-up/parse-chatbot';
export type { Chatbot, ChatbotInput, FollowUpDefinition } from './follow-up/definition';
export {
	FollowUpFileError,
	readFollowUpFile,
	writeFollowUpFile,
	type FollowUpFile,
} from './follow-up/exchange/file';
export { planFollowUps, type Plan } from './follow-up/plan';
export { factsOfChosen, withKnownCategories } from './follow-up/known-templates';
export { templateChoice } from './follow-up/template-choice';
export { settleDecisions } from './follow-up/settle';
export { RULES, type RuleName } from './follow-up/rules';
export { REASONS, reason, type Reason, type ReasonCode } from './follow-up/reasons';
export { STATES, LIVE_STATES, mayBecome, type FollowUpState } from './follow-up/lifecycle';
export type * from './follow-up/types';

export { decideConversation, decideFollowUps, type DecideInput } from './ai/decide';
export { openAiModel, type OpenAiModelOptions } from './ai/openai-model';
export { buildPrompt } from './ai/prompt';
export { messagesOf, type ChatMessage } from './ai/chat-messages';
export { givingUpEarly } from './ai/give-up-early';
export { translateFault, type HttpFault } from './ai/http-fault';
export { requireNoModel } from './ai/rules-only';
export {
	ModelAnswerError,
	ModelConfigurationError,
	ModelUnavailableError,
	type DecisionModel,
	type ModelAnswer,
	type ModelRequest,
} from './ai/decision-model';

export {
	openStore,
	type PostgresStoreOptions,
	type SqliteStoreOptions,
	type StoreOptions,
} from './store/open-store';
export { copyStore } from './store/copy';
export type { ChatbotSource } from './store/chatbots';
export { StoreUnavailableError } from './store/unavailable';
export { keepingLeases } from './store/keep-leases';
export { embeddedStore, embeddedStoreFile, sharedStore } from './store/shared-store';
export type {
	BeginSend,
	Claim,
	ClaimOptions,
	ListFilter,
	RecoveredLeases,
	ReleaseOptions,
	RetentionOptions,
	ScheduleResult,
	Store,
	Swept,
	WaitingFollowUp,
	Woken,
} from './store/store';
export type {
	AccountAddress,
	FollowUpCost,
	NewCost,
	NewPause,
	SendingStore,
	Spent,
	TurnAnswer,
	TurnRequest,
} from './store/sending';
export { RefusedError } from './store/manage/refusal';
export { activityCsv } from './report/csv/activity-csv';
export { unknownConversation } from './store/manage/change-conversation';
export { switchFollowUp } from './store/manage/switch-follow-up';
export { CONVERSATION_STATUSES } from './store/manage/types';
export type * from './store/manage';
export type * from './store/report';
export { lastDays } from './report/period';
export { simulate, type SimulationOptions } from './report/simulation/simulate';
export { readPastConversation } from './report/simulation/read-item';
export { summaryOf as simulationSummary } from './report/simulation/summary';
export type * from './report/simulation/types';
export type * from './report/types';
export {
	applyDashboardAction,
	LANGUAGES,
	renderDashboard,
	type AppliedAction,
	type ApplyOptions,
	type DashboardOptions,
	type Language,
} from './report/page';
export type { Ingested, IngestOptions, Listener } from './store/ingest';

export * from './wire-items';
