import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

/** The models the server offers, for the model picker. */
export async function searchModels(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const { baseUrl } = await this.getCredentials<{ baseUrl: string }>('openAiCompatibleApi');
	const answer = (await this.helpers.httpRequestWithAuthentication.call(this, 'openAiCompatibleApi', {
		url: `${baseUrl.replace(/\/+$/, '')}/models`,
		json: true,
		// The key goes to the server of the credential and to no other.
		disableFollowRedirect: true,
	})) as { data?: { id: string }[] };
	const results = (answer.data ?? [])
		.map(({ id }) => ({ name: id, value: id }))
		.filter(({ name }) => !filter || name.toLowerCase().includes(filter.toLowerCase()))
		.sort((a, b) => a.name.localeCompare(b.name));
	return { results };
}
