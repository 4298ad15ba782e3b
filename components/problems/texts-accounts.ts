import type { ProblemText } from './problem-text'

/** About who asks: keys, sign-in, and joining by invitation. */
export const accountTexts = {
  unauthenticated: {
    means:
      'Nobody is known to be asking. In the API the key is absent, mistyped, ended or revoked, or its holder is no longer a member. In the console the sign-in has ended.',
    remedy: [
      'In the console, sign in again. A second tab is enough, and what you typed stays.',
      'In a program, send a live key: Authorization: Bearer <key>. API keys shows which of yours are live, by their last six characters.',
      'Check that the key belongs to this server and not to another one.',
    ],
    detail: 'Send a valid API key: Authorization: Bearer <key>.',
    instance: '/api/v2/userinfo/',
  },
  wrong_credentials: {
    means:
      'The email and the password do not go together. Which of the two is wrong is not said, so that addresses can’t be tried out.',
    remedy: [
      'Check the address and type the password again.',
      'A forgotten password: ask for a link under Forgot password on the sign-in page.',
    ],
    detail: 'Email or password is wrong.',
  },
  no_organization: {
    means:
      'The email and the password are right, but the account is in no organization at present.',
    remedy: ['Ask an owner of your organization for a new invitation.'],
    detail:
      'You are not in any organization at present. Ask an owner of yours to restore you, or for a new invitation.',
  },
  wrong_factor: {
    means:
      'The code or passkey is not one of this account, was used before, or has ended. Which of these it was is not said.',
    remedy: [
      'Take the code that the authenticator app shows now; each serves once.',
      'Choose another way: a passkey, a code, or a recovery code.',
    ],
    detail: 'This code is wrong or was used already. Try the next one.',
  },
  reauthenticate: {
    means:
      'What was asked for is risky: giving the owner role, removing people, keys, policy, deletion. It needs a proof of who asks that is not older than ten minutes.',
    remedy: ['Confirm with your password, a passkey or a code, then do it again.'],
    detail: 'Confirm that it is you first. Nothing was changed.',
  },
  terms_required: {
    means:
      'This installation has terms that everybody accepts before first use, and again when a new version asks for it. API keys in use are not stopped.',
    remedy: ['Read and accept them in the console.'],
    detail: 'Accept the terms of this installation first. Nothing was changed.',
  },
  second_factor_required: {
    means:
      'The organization asks for a second factor. Either there is none yet, or this session was begun without it. API keys in use are not stopped.',
    remedy: [
      'Set up a passkey or an authenticator app under Account.',
      'Sign in again with your second factor.',
    ],
    detail: 'Your organization asks for a second factor. Set one up first. Nothing was changed.',
  },
  method_not_allowed_here: {
    means: 'Owners of that organization chose which ways to sign in it admits. This is none.',
    remedy: ['Sign in another way: with a password, a passkey or a link by email.'],
    detail: 'This organization does not let people sign in this way. Sign in another way.',
  },
  forbidden: {
    means: 'Whoever asks is known, and their role does not permit this.',
    remedy: [
      'The sentence in `detail` names the roles that could.',
      'My access lists what you may do, and the owners who can change that.',
    ],
    detail: 'Only owners can see the people of this organization.',
    instance: '/api/v2/organization_collaborators/',
  },
  wrong_organization: {
    means:
      'The page was made for one organization, and this browser is signed in to another one now. Nothing is saved from such a page, so that nothing lands in the wrong place.',
    remedy: [
      'Switch back to the organization of the page, or open the other one there. The page has a button for each.',
    ],
    detail: 'You are signed in to Nordlys Labs in this browser. Nothing was changed.',
  },
  wrong_account: {
    means: 'The invitation is for one address, and you are signed in with another one.',
    remedy: [
      'Sign out, then open the link again and join with the address it names.',
      'Or ask an owner to invite the address you use.',
    ],
    detail:
      'This invitation is for lena.vogt@halden.example. You are signed in as l.vogt@brightwell.example.',
  },
  invitation_used: {
    means: 'Somebody has joined with this invitation. Each one works once.',
    remedy: ['If that was you, sign in.', 'If not, tell an owner, and ask for a new one.'],
    detail: 'This invitation was used on 20 Nov. Sign in, or ask for a new one.',
    instance: '/api/v2/organization_invitations/orginv_8zk3n1vq6x4rt9m2wy7c5hpb0d/invalidate',
  },
  invitation_expired: {
    means: 'The time of this invitation is over.',
    remedy: ['Ask an owner for a new one.'],
    detail: 'This invitation ended on 20 Nov. Ask for a new one.',
  },
  invitation_revoked: {
    means:
      'This invitation was withdrawn, or a newer one took its place. When the owner who sent an invitation to the owner role is no longer an owner, it is withdrawn too.',
    remedy: ['Look for a newer mail or link.', 'If there is none, ask an owner for one.'],
    detail: 'This invitation was withdrawn. Ask for a new one.',
  },
  invitation_unknown: {
    means: 'No invitation has this link.',
    remedy: [
      'Check that the link is whole: mail programs break long ones over two lines.',
      'If it is, ask an owner for a new one.',
    ],
    detail: 'This invitation is not known. Check that the link is whole, or ask for a new one.',
  },
  link_ended: {
    means:
      'Links by mail work once and for a short time, for one account and the address that they were mailed to. A new password, or a change of the address, ends the earlier ones.',
    remedy: [
      'Ask for a new link where you asked for this one.',
      'Check that the link is whole: mail programs break long ones over two lines.',
    ],
    detail: 'This link was used already, or a newer one was. Ask for a new one.',
  },
  mail_not_set_up: {
    means: 'This server has no mail server to send with, so nothing can be confirmed by mail.',
    remedy: ['Whoever runs this server can set SMTP_URL, or make a link for you there.'],
    detail: 'Mail is not set up on this server. Ask whoever runs it.',
  },
  already_set_up: {
    means: 'The set-up link works until the first organization exists. That is so now.',
    remedy: ['Sign in. If you have no account yet, ask an owner for an invitation.'],
    detail: 'Gatehouse was set up already. Sign in instead.',
  },
} as const satisfies Record<string, ProblemText>
