/**
 * A quantile of sorted values, with a straight line between two of them (Hyndman and Fan 1996, type 7: what spreadsheets and
 * R give). Not worth a library: of simple-statistics 7.12 only this would be used, its normal quantiles are off in the third
 * decimal.
 * @throws RangeError when there are no values.
 */
export function quantile(sorted: readonly number[], share: number): number {
	const place = (sorted.length - 1) * share;
	const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
	if (below === undefined || above === undefined) throw new RangeError('There is no quantile of nothing');
	return below + (above - below) * (place - Math.floor(place));
}
