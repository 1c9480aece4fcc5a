import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import type { EndedItem, PlannedItem, SendItem } from '../../lib/index.ts';

/** Collects what goes to the four outputs, each item paired with the one it came from. */
export class Outputs {
	private readonly schedule: INodeExecutionData[] = [];
	private readonly send: INodeExecutionData[] = [];
	private readonly ended: INodeExecutionData[] = [];
	private readonly handOver: INodeExecutionData[] = [];

	addSchedule(item: PlannedItem, from: number): void {
		this.schedule.push(paired(item, from));
	}

	addSend(item: SendItem, from: number): void {
		this.send.push(paired(item, from));
	}

	addEnded(item: EndedItem, from: number): void {
		this.ended.push(paired(item, from));
	}

	addHandOver(item: EndedItem, from: number): void {
		this.handOver.push(paired(item, from));
	}

	addError(json: IDataObject, from: number): void {
		this.ended.push(paired(json, from));
	}

	all(): INodeExecutionData[][] {
		return [this.schedule, this.send, this.ended, this.handOver];
	}
}

function paired(json: object, item: number): INodeExecutionData {
	return { json: json as IDataObject, pairedItem: { item } };
}
