package io.moltrail.web.security;

import io.moltrail.messages.user.UserId;
import java.time.Instant;

/**
 * What a good access token says: who, in which session, until when; and the key it is good under.
 */
record AccessToken(UserId user, String sessionId, String keyId, Instant expiresAt) {}
