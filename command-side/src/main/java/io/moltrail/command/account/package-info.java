/** Accounts: passwords, sessions, tokens and the mails about them. State, not history. */
@NullMarked
package io.moltrail.command.account;

import org.jspecify.annotations.NullMarked;
