/**
 * What a customer wished, and when by their own clock. `chat`: said or tapped in the conversation; `meta`: chosen in the app
 * itself; `hand`: written down by the business. In any order: the newest one counts.
 */
export interface CustomerWish {
	at: number;
	/** When the business was told. */
	heard: number;
	stop: boolean;
	of: 'everything' | 'marketing';
	where: 'chat' | 'meta' | 'hand';
}

/** A customer who agreed again, as somebody of the business wrote down; what was chosen at Meta that does not change. */
export function agreement(at: number): CustomerWish[] {
	const agreed = { at, heard: at, stop: false, where: 'hand' as const };
	return [
		{ ...agreed, of: 'everything' },
		{ ...agreed, of: 'marketing' },
	];
}

/** No message at all. */
export function isLeftAlone(wishes: readonly CustomerWish[]): boolean {
	return lastIsStop(wishes.filter((wish) => wish.of === 'everything'));
}

/** No marketing template. */
export function isMarketingStopped(wishes: readonly CustomerWish[]): boolean {
	const marketing = wishes.filter((wish) => wish.of === 'marketing');
	const atMeta = marketing.filter((wish) => wish.where === 'meta');
	const here = marketing.filter((wish) => wish.where !== 'meta' || !wish.stop);
	return lastIsStop(atMeta) || lastIsStop(here);
}

/** No text of a follow-up either: promotions are unwelcome in the conversation itself. */
export function arePromotionsStopped(wishes: readonly CustomerWish[]): boolean {
	const marketing = wishes.filter((wish) => wish.of === 'marketing');
	return lastIsStop(marketing.filter((wish) => wish.where === 'chat' || !wish.stop));
}

/** Of two at one moment the stop counts. */
function lastIsStop(wishes: readonly CustomerWish[]): boolean {
	const newest = Math.max(...wishes.map(({ at }) => at));
	return wishes.some(({ at, stop }) => at === newest && stop);
}
