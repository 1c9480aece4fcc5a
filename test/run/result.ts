/** How many checks of one kind passed and failed. */
export interface Result {
	passed: number;
	failed: number;
}

/** Prints the findings of a list of checks and counts them. */
export function counted(findings: { name: string; problem?: string; note?: string }[]): Result {
	for (const { name, problem, note } of findings) {
		console.log(problem ? `  FAILED ${name}: ${problem}` : `  ok     ${name}${note ? ` (${note})` : ''}`);
	}
	const failed = findings.filter(({ problem }) => problem).length;
	return { passed: findings.length - failed, failed };
}
