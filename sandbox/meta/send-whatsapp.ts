import type { Customer, Message, MessageError, Template } from '../books.ts';
import { now, type Context } from '../context.ts';
import type { Fault } from '../faults.ts';
import { isObject } from '../http.ts';
import { messageId } from '../ids.ts';
import { bookViolation, checkRepeated, checkStopped } from '../referee/violations.ts';
import { noteAnswer, windowOpen } from '../referee/windows.ts';
import { world } from '../world.ts';
import { graphError, type GraphError } from './errors.ts';
import { scheduleFailure, scheduleStatuses } from './statuses.ts';
import { matchTemplate, type TemplateMatch } from './template-match.ts';
import { contentProblem, renderContent } from './whatsapp-content.ts';

export type SendResult = { answer: unknown; message: Message } | { error: GraphError };
type Address = { input: string; phone: string | null; customer: Customer | undefined };

const windowClosed = {
  code: 131047,
  title: 'Re-engagement message',
  details: 'Message failed to send because more than 24 hours have passed since the customer last replied to this number.',
};

/** `POST /{phone-number-id}/messages`: checks the body as Meta does, books the message and schedules its statuses. */
export function sendWhatsApp(context: Context, body: Record<string, unknown>, fault?: Fault): SendResult {
  const address = addressOf(context, body);
  if ('code' in address) return { error: address };
  const { customer } = address;
  if (customer) checkStopped(context, customer, body);
  const problem = contentProblem(body);
  if (problem) return { error: graphError(100, 'Invalid parameter', problem) };
  const limit = limitError(context, address);
  if (limit) return { error: limit };

  let template: TemplateMatch | undefined;
  if (body['type'] === 'template') {
    const match = matchTemplate(context, body['template'], world.whatsapp.account);
    if ('error' in match) {
      if (match.notSendable) bookViolation(context, 'template_not_sendable', String(match.error.details), customer ?? null, body);
      return { error: match.error };
    }
    template = match;
  }
  const open = windowOpen(customer && context.books.conversationOf(customer), context.clock());
  if (!template && !open) {
    const details = `Free-form message outside the 24 h window of ${customer ? `${customer.id} (${customer.name})` : address.input}.`;
    bookViolation(context, 'outside_window', details, customer ?? null, body);
    if (context.settings.windowErrors === 'sync') return { error: graphError(windowClosed.code, windowClosed.title, windowClosed.details) };
  }
  const message = book(context, body, address, template, open);
  const failure = laterFailure(context, address, template?.template, open, fault);
  const held = fault?.mode === 'held';
  if (failure) scheduleFailure(context, message, address.phone, failure);
  else if (!held) scheduleStatuses(context, message, address.phone);
  return { message, answer: answerOf(message, address, held) };
}

function addressOf(context: Context, body: Record<string, unknown>): Address | GraphError {
  const { to, recipient } = body;
  if (body['messaging_product'] !== 'whatsapp') {
    return graphError(100, 'Invalid parameter', `messaging_product must be "whatsapp"; it is ${JSON.stringify(body['messaging_product'])}.`);
  }
  if (body['recipient_type'] !== undefined && body['recipient_type'] !== 'individual') {
    return graphError(100, 'Invalid parameter', `recipient_type must be "individual"; it is ${JSON.stringify(body['recipient_type'])}.`);
  }
  if (to !== undefined) {
    const phone = String(to);
    const customer = context.books.findContact('whatsapp', phone.replace(/\D/g, ''));
    // Meta: when both are given, `to` wins.
    if (recipient !== undefined) bookViolation(context, 'two_recipients', 'Both "to" and "recipient" were given; use one.', customer ?? null, body);
    if (/^\+[1-9][\d\s()-]{5,20}$/.test(phone)) return { input: phone, phone, customer };
    const details =
      `"to" is ${JSON.stringify(to)}, which does not start with + and a country code. Meta would put the country code of the ` +
      'business in front and write to a wrong number; the sandbox refuses instead. Send "to" with +, or "recipient" with a user ID.';
    bookViolation(context, 'number_without_plus', details, customer ?? null, body);
    return graphError(100, 'Invalid parameter', details);
  }
  if (typeof recipient !== 'string' || !/^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(recipient)) {
    const found = recipient === undefined ? 'neither is there' : `"recipient" is ${JSON.stringify(recipient)}`;
    return graphError(100, 'The parameter to is required.', `Give "to" (a phone number with +) or "recipient" (a user ID such as "CO.AB12"); ${found}.`);
  }
  return { input: recipient, phone: null, customer: context.books.findContact('whatsapp', recipient) };
}

function limitError(context: Context, address: Address): GraphError | null {
  const at = context.clock();
  if (!context.limits.takeThroughput(context.settings.throughputPerSecond, at)) {
    return graphError(130429, 'Rate limit hit', 'Cloud API message throughput has been reached.');
  }
  if (context.limits.takePair(address.customer?.id ?? address.input, at)) return null;
  const details = 'Message failed to send because there were too many messages sent from this phone number to the same phone number in a short period of time.';
  return graphError(131056, '(Business Account, Consumer Account) pair rate limit hit', details);
}

function book(context: Context, body: Record<string, unknown>, address: Address, match: TemplateMatch | undefined, open: boolean): Message {
  const conversation = address.customer && context.books.conversationOf(address.customer);
  const text = match ? match.text : renderContent(body);
  const callbackData = body['biz_opaque_callback_data'];
  const message = context.books.addMessage({
    id: messageId('whatsapp'),
    channel: 'whatsapp',
    account: world.whatsapp.phoneNumberId,
    customer: address.customer?.id ?? null,
    direction: 'out',
    via: 'api',
    type: String(body['type'] ?? 'text'),
    ...(text && { text }),
    ...(match && { template: { name: match.template.name, language: match.template.language, category: match.template.category } }),
    at: now(context),
    windowOpenAtSend: open,
    ...(typeof callbackData === 'string' && { callbackData }),
    states: {},
    body,
  });
  checkRepeated(context, message, body);
  if (conversation) noteAnswer(conversation, context.clock());
  return message;
}

// What Meta accepts and reports as failed afterwards.
function laterFailure(context: Context, address: Address, template: Template | undefined, open: boolean, fault?: Fault): MessageError | null {
  if (fault?.mode === 'fail_later') {
    const title = fault.message ?? 'Message failed to send';
    return { code: fault.code ?? 131000, title, details: fault.message ?? 'Something went wrong.' };
  }
  if (!template && !open) return windowClosed;
  if (!address.customer) {
    return { code: 131026, title: 'Message undeliverable', details: `Nobody in the sandbox has ${address.input}.` };
  }
  if (template?.category !== 'MARKETING') return null;
  if (context.books.conversationOf(address.customer).marketingStopped) {
    bookViolation(context, 'marketing_after_stop', `Template "${template.name}" (MARKETING) was sent to a customer who stopped marketing messages.`, address.customer);
    return { code: 131050, title: 'Unable to deliver the message. This recipient has chosen to stop receiving marketing messages on WhatsApp from your business', details: 'The user stopped marketing messages.' };
  }
  // Since April 2025 marketing templates do not reach US numbers outside an open window.
  if (!open && (address.phone ?? address.customer.phone)?.startsWith('+1')) {
    return { code: 131049, title: 'This message was not delivered to maintain healthy ecosystem engagement.', details: 'Marketing templates are not delivered to US numbers.' };
  }
  return null;
}

function answerOf(message: Message, address: Address, held: boolean): unknown {
  const { customer } = address;
  const contact = {
    input: address.input,
    ...(address.phone && { wa_id: address.phone.replace(/\D/g, '') }),
    ...(customer?.userId && { user_id: customer.userId }),
  };
  const status = message.template && { message_status: held ? 'held_for_quality_assessment' : 'accepted' };
  return { messaging_product: 'whatsapp', contacts: [contact], messages: [{ id: message.id, ...status }] };
}

/** Mark as read, and with `typing_indicator` show typing: needs the id of a message that came in. */
export function markRead(context: Context, body: Record<string, unknown>): { answer: unknown } | { error: GraphError } {
  const message = context.books.messages.get(String(body['message_id']));
  if (!message || message.direction !== 'in') {
    return { error: graphError(100, 'Invalid parameter', `message_id ${JSON.stringify(body['message_id'])} is no message of a customer.`) };
  }
  const typing = body['typing_indicator'];
  if (typing !== undefined && !(isObject(typing) && typing['type'] === 'text')) {
    return { error: graphError(100, 'Invalid parameter', 'typing_indicator must be {"type":"text"}.') };
  }
  message.states.read ??= now(context);
  context.books.tell({ type: 'message', message });
  if (typing) context.books.tell({ type: 'typing', customer: message.customer });
  return { answer: { success: true } };
}
