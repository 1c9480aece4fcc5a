/**
 * Public holidays of Chile, copied from the law day by day (Ley 2.977, Ley 19.668, Ley 20.299, Ley 21.357; 2026-12-01), for
 * whoever judges without a library. National ones only, and no election days.
 */
export const HOLIDAYS_OF_CHILE: readonly string[] = [
	...['2026-01-01', '2026-04-03', '2026-04-04', '2026-05-01', '2026-05-21', '2026-06-21', '2026-06-29'],
	...['2026-07-16', '2026-08-15', '2026-09-18', '2026-09-19', '2026-10-12', '2026-10-31', '2026-11-01'],
	...['2026-12-08', '2026-12-25', '2027-01-01'],
];
