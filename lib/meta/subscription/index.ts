export { WEBHOOK_FIELDS, WEBHOOK_OBJECTS, type WebhookObject } from './objects';
export {
	isSubscribed,
	subscribe,
	unsubscribe,
	type MadeSubscriptions,
	type SubscriptionTarget,
	type WantedSubscription,
} from './subscribe';
export { SubscriptionError } from './subscription-error';
