/** The engine's own API: everything the nodes use, and usable without n8n. */
/** A bounded memory; here so that it is bundled once. */
export { LRUCache } from 'lru-cache';
export { isSignature, verifySignature } from './meta/webhook/signature.ts';
export {
	testMetaCredential,
	type AskGraph,
	type CredentialVerdict,
	type MetaCredentialFields,
} from './meta/credential/test-credential.ts';
export { signingApp, type ConfiguredApp } from './meta/webhook/signing-app.ts';
export { labelOf, type AppLabel, type SigningApp } from './messaging/signing-app.ts';
export { bodyJson } from './meta/webhook/body-json.ts';
export { isVerifyToken, NO_HANDSHAKE, readHandshake } from './meta/webhook/handshake.ts';
export { splitList } from './messaging/split-list.ts';
export { parseWebhook, type Ignored, type ParsedWebhook } from './channels/parse-webhook.ts';
export {
	isSubscribed,
	subscribe,
	SubscriptionError,
	unsubscribe,
	type MadeSubscriptions,
} from './meta/subscription/index.ts';
export type { SubscriptionTarget, WantedSubscription } from './meta/subscription/target.ts';
export { sendMessage, type MessageToSend, type Sent } from './channels/send-message.ts';
export { guardMessage, MessageNotAllowedError, strangerAt, type GuardOptions } from './meta/send/guard.ts';
export { GraphError } from './meta/send/graph-error.ts';
export { inLanes, type LanesOptions } from './meta/send/in-lanes.ts';
export { cutText } from './messaging/cut-text.ts';
export { markAsRead } from './channels/mark-as-read.ts';
export { readProfile, type Profile } from './channels/profile.ts';
export { uploadMedia } from './channels/upload-media.ts';
export {
	MEDIA_TYPES,
	transcriptOf,
	type ButtonsContent,
	type FileToUpload,
	type MediaContent,
	type MediaType,
	type Outgoing,
	type ReadMark,
} from './meta/send/outgoing.ts';
export type { GraphRequest, GraphResponse, GraphTransport } from './meta/send/graph-request.ts';
export { withoutSecrets } from './meta/send/without-secrets.ts';
export { isSendable, type Template } from './meta/templates/template.ts';
export { parseTemplateKey, templateKey } from './meta/templates/template-key.ts';
export { templateVariables, type TemplateVariable } from './meta/templates/variables.ts';
export { fillTemplate, TemplateValuesError, type TemplateValues } from './meta/templates/fill-template.ts';
export {
	findTemplate,
	listTemplates,
	templateFact,
	templateOptions,
	textOf,
	type TemplateFilter,
	type TemplateOption,
} from './meta/templates/list-templates.ts';
export {
	createTemplate,
	NewTemplateError,
	type CreatedTemplate,
	type NewTemplate,
} from './meta/templates/create-template.ts';
export { offeredTemplates } from './meta/templates/offered-template.ts';
export type { OfferedTemplate, OfferedVariable } from './follow-up/offered-template.ts';
export { deleteTemplate } from './meta/templates/delete-template.ts';
export { RATE_TABLE, parseRateTable, RateTableError, type RateTable } from './meta/prices/rate-table.ts';
export { estimateCost, type CostEstimate, type CostFacts } from './meta/prices/estimate.ts';
export { monthOf, objectionOfBudget } from './meta/prices/budget.ts';
export { marketOf } from './meta/prices/market.ts';

export { ERROR_ROWS, type ErrorClass, type ErrorRow } from './messaging/errors/table.ts';
export { effectOfError, type ErrorEffect, type MetaError } from './messaging/errors/effect.ts';

export { CHANNELS, CHANNEL_NAMES, forEachChannel, isChannel, type Channel } from './messaging/channel.ts';
export { CHANNEL_FACTS, type ChannelFacts, type ChannelIdentity } from './messaging/channels/index.ts';
export { CHANNEL_DRIVERS } from './channels/drivers.ts';
export type { ChannelDriver, WebhookSubscription } from './channels/channel-driver.ts';
export { clockWarning } from './messaging/clock-warning.ts';
export { conversationKey, parseConversationKey } from './messaging/conversation-key.ts';
export {
	withGivenHistory,
	type Conversation,
	type ConversationHistory,
	type ConversationWithHistory,
	type TranscriptMessage,
} from './messaging/conversation.ts';
export {
	EVENT_KINDS,
	eventKey,
	type Contact,
	type EventKind,
	type EventName,
	type MessageState,
	type MessagingEvent,
} from './messaging/messaging-event.ts';
export { readMoment } from './messaging/moment.ts';
export { isOfAccounts, isOnlyPlanned, isWanted, type WantedEvents } from './messaging/wanted-events.ts';
export { isMetaOptOutButton, isOptOut, optOutScope, type OptOutScope } from './opt-out/index.ts';
export { messagingWindow, type MessagingWindow } from './messaging/window.ts';
export { GRAPH_VERSION, WEBHOOK_BODY_MAX_BYTES } from './messaging/platform-limits.ts';

export {
	COLOURS,
	FIELD_LABELS,
	FOLLOW_UP_CATALOGUE,
	SETTINGS_FIELDS,
	type Choice as CatalogueChoice,
	type Field as CatalogueField,
	type Form as FieldForm,
} from './follow-up/catalogue/index.ts';
export { DELAY_MAX_DAYS, NAME_MAX_CHARACTERS } from './follow-up/catalogue/limits.ts';
export { parseChatbot, parseRows, DefinitionError } from './follow-up/parse-chatbot.ts';
export type { Chatbot, ChatbotInput, FollowUpDefinition } from './follow-up/definition.ts';
export {
	FollowUpFileError,
	readFollowUpFile,
	writeFollowUpFile,
	type FollowUpFile,
} from './follow-up/exchange/file.ts';
export { isHandedOver, STOP_KINDS, type StopKind } from './follow-up/stop-kind.ts';
export { planFollowUps, type Plan } from './follow-up/plan.ts';
export { factsOfChosen, withKnownCategories } from './follow-up/known-templates.ts';
export { templateFaults } from './follow-up/template-faults.ts';
export { writtenFollowUps } from './follow-up/written-follow-ups.ts';
export { parseSettings } from './follow-up/parse-settings.ts';
export type { ChatbotSettings } from './follow-up/settings.ts';
export { templateChoice } from './follow-up/template-choice.ts';
export { reconcileDecisions } from './follow-up/reconcile.ts';
export { RULES, type RuleName } from './follow-up/rules/index.ts';
export { REASONS, reason, type Reason, type ReasonCode } from './follow-up/reasons/index.ts';
export { STATES, LIVE_STATES, mayBecome, type FollowUpState } from './follow-up/lifecycle.ts';
export type * from './follow-up/types.ts';

export { decideConversation, decideFollowUps } from './ai/decide.ts';
export type { DecideInput } from './ai/decide-input.ts';
export { openAiModel, type OpenAiModelOptions } from './ai/openai-model.ts';
export { buildPrompt } from './ai/prompt.ts';
export { openAiMediaReader, type MediaReader, type Understood } from './ai/media-reader.ts';
export { answerWithoutWords } from './media/answering.ts';
export { audioLength } from './media/audio-length.ts';
export { fetchBytes, fetchFile, type Download, type MediaAccess } from './media/fetch-file.ts';
export { modelThatWaits } from './media/model-that-waits.ts';
export { readLimited } from './media/read-limited.ts';
export { understandMedia, type UnderstandOptions, type UnderstoodMedia } from './media/understand.ts';
export { MediaError } from './messaging/media-error.ts';
export type { FetchedFile, MediaFailure, MediaFile, MediaKind, MessageMedia } from './messaging/media.ts';
export { messagesOf, type ChatMessage } from './ai/chat-messages.ts';
export { forOneRun } from './ai/for-one-run.ts';
export { translateFault, type HttpFault } from './ai/http-fault.ts';
export { retryAfterMsOf, type AnswerHeaders } from './ai/retry-after.ts';
export { serverWords } from './ai/server-words.ts';
export { requireNoModel } from './ai/rules-only.ts';
export { readChatReply } from './ai/read-chat-reply.ts';
export {
	isModelError,
	ModelAnswerError,
	ModelConfigurationError,
	ModelUnavailableError,
	type DecisionModel,
	type ModelAnswer,
	type ModelRequest,
} from './ai/decision-model.ts';

export {
	openStore,
	type PostgresStoreOptions,
	type SqliteStoreOptions,
	type StoreOptions,
} from './store/open-store.ts';
export { startIntake } from './intake/intake.ts';
export type { Intake } from './intake/serve.ts';
export { joinOwnPort, type OwnPort, type PortMember, type PortPlace } from './intake/own-port.ts';
export { IntakeSettingsError, readIntakeSettings, type IntakeSettings } from './intake/settings.ts';
export { copyStore } from './store/copy.ts';
export { foreignSentence, ownEvents } from './store/accounts/own-events.ts';
export { RefusalBook } from './store/accounts/refusal-book.ts';
export type { Sender, SendingCredential } from './store/accounts/credential-pauses.ts';
export type { AccountApp } from './store/accounts/account-apps.ts';
export type { Refusal, RefusedDeliveries } from './store/accounts/refused-deliveries.ts';
export {
	DIFFERS,
	type ChatbotSource,
	type PlanBy,
	type RegisteredChatbots,
} from './store/chatbots/source.ts';
export type { KeptChatbot, RegisteredKept } from './store/chatbots/kept.ts';
export { asNow, type Now } from './store/database/now.ts';
export { StoreUnavailableError } from './store/database/unavailable.ts';
export { keepingLeases, keepQueued } from './store/maintenance/keep-leases.ts';
export { keepSamples, type Samples, type SamplesOf } from './samples/samples.ts';
export {
	embeddedStore,
	embeddedStoreFile,
	runsInQueueMode,
	samplesFolder,
	sharedStore,
} from './store/shared-store.ts';
export type { ListFilter, RetentionOptions, Store, Swept } from './store/store.ts';
export type {
	ClaimStaffEvents,
	FindStaffEvents,
	StaffEvent,
	StaffEventClaim,
	WaitingCustomer,
} from './store/queue/staff-events/types.ts';
export type {
	BeginSend,
	Claim,
	ClaimOptions,
	RecoveredLeases,
	ReleaseOptions,
	RunEnd,
	ScheduleResult,
	WaitingFollowUp,
	Resumed,
} from './store/queue/types.ts';
export type {
	ClaimedStart,
	ClaimedStarts,
	ClaimStarts,
	StartClaim,
	StartListener,
} from './store/queue/starts/types.ts';
export type {
	AccountAddress,
	FollowUpCost,
	ItemToSend,
	NewCost,
	NewPause,
	SendingStore,
	SentItem,
	Spent,
	TurnAnswer,
	TurnRequest,
} from './store/sending/index.ts';
export { AdvisedError } from './messaging/advised-error.ts';
export { RefusedError } from './messaging/refused-error.ts';
export { activityCsv } from './dashboard/activity-csv.ts';
export { unknownConversation } from './store/manage/change-conversation.ts';
export { removeFollowUp } from './store/follow-up/remove.ts';
export { switchFollowUp } from './store/follow-up/switch.ts';
export { CONVERSATION_STATUSES } from './store/manage/types.ts';
export type * from './store/manage/index.ts';
export type * from './store/statistics/index.ts';
export { lastDays } from './statistics/period.ts';
export { simulate, type SimulationOptions } from './backtest/simulate.ts';
export { readPastConversation } from './backtest/read-item.ts';
export { summaryOf as simulationSummary } from './backtest/summary.ts';
export type * from './backtest/types.ts';
export type * from './statistics/types.ts';
export {
	applyDashboardAction,
	LANGUAGES,
	renderDashboard,
	type AppliedAction,
	type ApplyOptions,
	type DashboardOptions,
	type Language,
} from './dashboard/index.ts';
export type { Ingested, IngestOptions } from './store/ingest/index.ts';
export type { Listener } from './store/ingest/listener.ts';
export type { ClaimedMedia, MediaClaims, MediaOutcome, MediaStore } from './store/ingest/media.ts';

export * from './wire-items.ts';
