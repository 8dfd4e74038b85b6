/** Data keys wrapped by HashiCorp Vault, so that no process holds the wrapping key. */
@NullMarked
package io.moltrail.eventstore.envelope.vault;

import org.jspecify.annotations.NullMarked;
