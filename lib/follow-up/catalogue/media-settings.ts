import { switchField, textField } from './field.ts';

/** What is done with voice notes and pictures of customers. */
export const MEDIA_SETTINGS = {
	understandMedia: switchField(
		{
			label: 'Understand Voice and Pictures',
			description:
				'Whether the AI also gets what customers say in voice notes and show in pictures. Each is given to the model server once, which costs a call; needs Decide By: OpenAI-Compatible API.',
			es: 'Si la IA también recibe lo que los clientes dicen en notas de voz y muestran en imágenes. Cada una va una vez al servidor del modelo, lo que cuesta una llamada; requiere OpenAI-Compatible API en Decide By.',
		},
		false,
	),
	transcriptionModel: textField(
		{
			label: 'Transcription Model',
			description:
				'Model of the same server that writes down voice notes, for Understand Voice and Pictures. Empty: whisper-1.',
			es: 'El modelo del mismo servidor que pasa a texto las notas de voz, para Understand Voice and Pictures. Vacío: whisper-1.',
		},
		{ placeholder: 'e.g. whisper-1' },
	),
} as const;
