package io.moltrail.command.account;

import io.moltrail.messages.user.UserId;
import java.time.Instant;
import java.util.UUID;

/** One login of one user on one device, until it is ended or forgotten. */
record Session(UUID id, UserId user, Instant authenticatedAt, Instant expiresAt) {}
