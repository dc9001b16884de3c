import 'server-only'
import { ROLE_NAMES, type Role } from '#domain/people.ts'

export type Message = { subject: string; text: string }
type Linked = { paper: string; url: string }

const NOT_YOU = 'If you did not ask for this, do nothing: without the link nobody gets in.'

/** The invitation to join the staff; its link works once, for 7 days. */
export function invitationMail({ paper, url, role, position }: Linked & { role: Role; position: string }): Message {
  return {
    subject: `Join the staff of ${paper}`,
    text: `You are invited to join the staff of ${paper} as ${position} (${ROLE_NAMES[role]}).\n\nChoose your name and password here:\n${url}\n\nThe link works once, for 7 days. If you did not expect this, do nothing.\n`,
  }
}

/** The way to a new password; its link works once, for an hour. */
export function resetMail({ paper, url }: Linked): Message {
  return {
    subject: `Choose a new password for ${paper}`,
    text: `Somebody, hopefully you, asked for a new password for ${paper}.\n\nChoose it here:\n${url}\n\nThe link works once, for an hour. ${NOT_YOU}\n`,
  }
}

/** The way in without a password; its link works once, for 15 minutes. */
export function magicLinkMail({ paper, url }: Linked): Message {
  return {
    subject: `Sign in to ${paper}`,
    text: `Sign in to ${paper} here:\n${url}\n\nThe link works once, for 15 minutes. ${NOT_YOU}\n`,
  }
}

/** The paper's answer to somebody who asked for a correction or a takedown. */
export function requestReplyMail({ paper, reference, reply }: { paper: string; reference: string; reply: string }): Message {
  return {
    subject: `Your request to ${paper} (${reference})`,
    text: `You asked ${paper} about a story. This is the paper's answer.\n\n${reply}\n\nReference: ${reference}\n`,
  }
}
