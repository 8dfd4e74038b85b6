package io.moltrail.web;

import com.nimbusds.jose.jwk.ECKey;
import java.util.List;

/** The public keys under which access tokens are good now, each with its key id. */
public interface VerificationKeys {

  List<ECKey> current();
}
