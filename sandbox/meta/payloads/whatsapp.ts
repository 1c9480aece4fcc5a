export {
	businessAppMessage,
	call,
	customerMessage,
	echoFields,
	marketingPreference,
} from './whatsapp/messages.ts';
export type { EchoField } from './whatsapp/messages.ts';
export { customerChanged, userIdUpdate } from './whatsapp/identity.ts';
export { groupStatus, paymentStatus, pricing, status } from './whatsapp/statuses.ts';
export { templateStatus } from './whatsapp/templates.ts';
export {
	agentEcho,
	agentRole,
	businessRole,
	handover,
	handoverTypes,
	toStandby,
} from './whatsapp/routing.ts';
export type { Handover } from './whatsapp/routing.ts';
