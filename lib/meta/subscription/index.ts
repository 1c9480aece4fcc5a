export { isSubscribed, subscribe, unsubscribe, type MadeSubscriptions } from './subscribe.ts';
export { SubscriptionError } from './subscription-error.ts';
