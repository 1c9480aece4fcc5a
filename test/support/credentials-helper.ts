import {
	ICredentialsHelper,
	Workflow,
	type ICredentialDataDecryptedObject,
	type ICredentials,
	type IDataObject,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeProperties,
	type IRequestOptionsSimplifiedAuth,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { credentials, nodeTypes } from './node-types.ts';

/** Gives nodes the credentials of a test, and signs their requests as the credential says. */
export class TestCredentials extends ICredentialsHelper {
	constructor(private readonly values: Record<string, ICredentialDataDecryptedObject>) {
		super();
	}

	async getDecrypted(
		_additionalData: IWorkflowExecuteAdditionalData,
		_details: INodeCredentialsDetails,
		type: string,
	): Promise<ICredentialDataDecryptedObject> {
		return this.values[type] ?? {};
	}

	async authenticate(
		values: ICredentialDataDecryptedObject,
		type: string,
		request: IHttpRequestOptions,
		_workflow?: Workflow,
		node?: INode,
	): Promise<IHttpRequestOptions> {
		const authenticate = credentials.find(({ name }) => name === type)?.authenticate;
		if (typeof authenticate === 'function') return await authenticate(values, request);
		const { headers = {} } = (authenticate?.properties ?? {}) as IRequestOptionsSimplifiedAuth;
		return { ...request, headers: { ...request.headers, ...resolve(headers as IDataObject, values, node) } };
	}

	getParentTypes = (): string[] => [];
	isCredentialUsableByNode = (): boolean => true;
	preAuthentication = async () => undefined;
	runPreAuthentication = async () => undefined;
	getCredentialsProperties = (type: string): INodeProperties[] =>
		credentials.find(({ name }) => name === type)?.properties ?? [];
	updateCredentials = async (): Promise<void> => {};
	updateCredentialsOauthTokenData = async (): Promise<void> => {};
	getCredentials = async (): Promise<ICredentials> => {
		throw new Error('Tests have no stored credentials');
	};
}

function resolve(texts: IDataObject, values: ICredentialDataDecryptedObject, node?: INode): IDataObject {
	const { expression } = new Workflow({
		nodes: node ? [node] : [],
		connections: {},
		active: false,
		nodeTypes,
	});
	return Object.fromEntries(
		Object.entries(texts).map(([key, text]) => [
			key,
			expression.getSimpleParameterValue(
				node as INode,
				text as string,
				'internal',
				{ $credentials: values },
				undefined,
				'',
			),
		]),
	) as IDataObject;
}
