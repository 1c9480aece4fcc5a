/** What the library has wrong, as rules in its own grammar. Seen in date-holidays 3.37.0 (data of 2026-09-20). */
export const CORRECTIONS: Readonly<Record<string, { never?: string; also: string }>> = {
	// Código del Trabajo, artículo 65: 9 de octubre is a day of rest. The library has day and month swapped.
	EC: { never: '09-10', also: '10-09' },
	// Ley 2.977, artículo 1: Friday and Saturday of Holy Week. The library leaves the Saturday out.
	CL: { also: 'easter -1' },
};
