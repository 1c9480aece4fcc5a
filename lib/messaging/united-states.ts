/**
 * Area codes after +1 that do not belong to the United States: Canada, the Caribbean and Bermuda, and codes for services.
 * Source: North American Numbering Plan Administrator, list of area codes in service; read 2026-11-22.
 */
const ELSEWHERE = new Set(
	[
		...[
			'204 226 236 249 250 257 263 289 306 343 354 365 367 368 382 387 403 416 418 428 431 437 438 450 460',
		],
		...[
			'468 474 506 514 519 537 548 568 579 581 584 587 600 604 613 622 639 647 672 683 705 709 742 753 778',
		],
		...['780 782 807 819 825 851 867 873 879 902 905 942'],
		...['242 246 264 268 284 345 441 473 649 658 664 721 758 767 784 809 829 849 868 869 876'],
	].flatMap((line) => line.split(' ')),
);

/** Tells whether an international number, with or without plus sign, belongs to the United States. */
export function isUnitedStatesNumber(phone: string): boolean {
	const area = /^\+?1(\d{3})\d{7}$/.exec(phone)?.[1];
	return area !== undefined && !ELSEWHERE.has(area);
}
