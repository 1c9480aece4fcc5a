export { WEBHOOK_FIELDS, WEBHOOK_OBJECTS, type WebhookObject } from './objects.ts';
export { isSubscribed, subscribe, unsubscribe, type MadeSubscriptions } from './subscribe.ts';
export { SubscriptionError } from './subscription-error.ts';
