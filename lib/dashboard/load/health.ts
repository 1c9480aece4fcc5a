import { DateTime } from 'luxon';
import type { Store } from '../../store/store.ts';
import type { Health } from '../view.ts';

/** How the whole thing is doing at this moment. */
export async function loadHealth(
	store: Pick<Store, 'lastDeliveryAt' | 'spentByCurrency'>,
	{ timeZone, now }: { timeZone: string; now: Date },
): Promise<Health> {
	const month = DateTime.fromJSDate(now).setZone(timeZone).startOf('month').toJSDate();
	const [deliveredAt, spent] = await Promise.all([store.lastDeliveryAt(now), store.spentByCurrency(month)]);
	return { ...(deliveredAt ? { deliveredAt } : {}), spent };
}
