/** Whether a node of a workflow is one of ours, by its name without the package: `followUpEvaluate`. */
export function isNode(type: string, name: string): boolean {
	return type.split('.').at(-1) === name;
}
