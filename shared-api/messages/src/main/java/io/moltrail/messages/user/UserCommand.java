package io.moltrail.messages.user;

import io.moltrail.messages.Command;

/** What can be asked of a user. */
public sealed interface UserCommand extends Command
    permits RegisterUser,
        VerifyEmail,
        ChangeEmail,
        ChangeDisplayName,
        ChangeTier,
        GrantRole,
        RevokeRole,
        ChangeStanding,
        SuspendUser,
        ReinstateUser {

  UserId userId();
}
