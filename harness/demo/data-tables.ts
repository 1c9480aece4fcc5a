import type { OwnerRest } from '../n8n/login.ts';
import type { WorkflowNode } from '../n8n/types.ts';
import { CliError } from '../shared/cli-error.ts';

/** Makes the data tables that a workflow makes with its form: before that, each message of a customer would fail. */
export async function makeTables(rest: OwnerRest, nodes: WorkflowNode[]): Promise<void> {
	for (const { type, parameters } of nodes) {
		if (!type.endsWith('.dataTable') || parameters.operation !== 'create') continue;
		const { data: project } = (await (await rest('/rest/projects/personal')).json()) as {
			data: { id: string };
		};
		const { column: columns } = parameters.columns as { column: { name: string; type: string }[] };
		const response = await rest(`/rest/projects/${project.id}/data-tables`, {
			method: 'POST',
			body: JSON.stringify({ name: parameters.tableName, columns }),
		});
		if (!response.ok)
			throw new CliError(
				`The data table ${String(parameters.tableName)} was not made (${response.status}): ${await response.text()}`,
			);
	}
}
