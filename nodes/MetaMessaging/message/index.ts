import * as markAsRead from './markAsRead.operation.ts';
import * as sendButtons from './sendButtons.operation.ts';
import * as sendFollowUp from './sendFollowUp.operation.ts';
import * as sendMedia from './sendMedia.operation.ts';
import * as sendTemplate from './sendTemplate.operation.ts';
import * as sendText from './sendText.operation.ts';
import type { INodeProperties } from 'n8n-workflow';

/** Send Follow-Up works on all items together and has two outputs; the others take one item after the other. */
export const messageOperations = { markAsRead, sendButtons, sendMedia, sendTemplate, sendText };

export const messageProperties: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: ['message'] } },
		options: [
			{
				name: 'Mark as Read',
				value: 'markAsRead',
				description: 'Show the customer that their message was read, and that somebody is writing',
				action: 'Mark message as read',
			},
			{
				name: 'Send Buttons',
				value: 'sendButtons',
				description: 'Send a text with answers to tap',
				action: 'Send buttons message',
			},
			{
				name: 'Send Follow-Up',
				value: 'sendFollowUp',
				description: 'Send what Follow-Up Evaluate decided, after a last check of every rule',
				action: 'Send follow up message',
			},
			{
				name: 'Send Media',
				value: 'sendMedia',
				description: 'Send a picture, a video, an audio file or a document',
				action: 'Send media message',
			},
			{
				name: 'Send Template',
				value: 'sendTemplate',
				description: 'Send an approved WhatsApp template, also when the messaging window is closed',
				action: 'Send template message',
			},
			{
				name: 'Send Text',
				value: 'sendText',
				description: 'Send a text while the messaging window is open',
				action: 'Send text message',
			},
		],
		default: 'sendFollowUp',
	},
	...[sendFollowUp, sendText, sendMedia, sendButtons, sendTemplate, markAsRead].flatMap(
		({ description }) => description,
	),
];
