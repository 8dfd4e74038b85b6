package io.moltrail.eventstore.envelope.vault;

import io.moltrail.eventstore.envelope.KeyKeeperUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.vault.VaultException;
import org.springframework.vault.client.VaultEndpoint;
import org.springframework.vault.core.VaultTemplate;
import org.springframework.vault.support.VaultResponse;
import org.springframework.vault.support.VaultToken;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.ResourceAccessException;

/**
 * A Vault server's transit engine, at its usual mount. Asked by its HTTP API and not by the
 * library's own {@code opsForTransit}, which cannot send {@code associated_data}.
 */
public final class TransitEngine {

  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private final VaultTemplate vault;

  /**
   * @param token asked for each request, so that it may change; never stored, never logged
   */
  public TransitEngine(URI address, Supplier<String> token) {
    this(address, token, CONNECT, ANSWER);
  }

  TransitEngine(URI address, Supplier<String> token, Duration connect, Duration answer) {
    // not java.net.http: its answers pass through the common pool, which others may have filled
    SimpleClientHttpRequestFactory http = new SimpleClientHttpRequestFactory();
    http.setConnectTimeout(connect);
    http.setReadTimeout(answer);
    this.vault =
        new VaultTemplate(VaultEndpoint.from(address), http, () -> VaultToken.of(token.get()));
  }

  /**
   * Sends an operation and takes one text out of the answer's data.
   *
   * @throws TransitRefusalException when Vault says that the request itself is wrong
   * @throws KeyKeeperUnavailableException for anything else but a good answer
   */
  String ask(String operation, String key, Map<String, String> request, String field) {
    VaultResponse response = send("transit/" + operation + "/" + key, request);
    if (response != null
        && response.getData() instanceof Map<String, Object> data
        && data.get(field) instanceof String text) {
      return text;
    }
    throw new KeyKeeperUnavailableException("its answer is not one of Vault's", null);
  }

  private @Nullable VaultResponse send(String path, Map<String, String> request) {
    try {
      return vault.write(path, request);
    } catch (VaultException e) {
      throw refusal(e);
    } catch (ResourceAccessException e) {
      throw new KeyKeeperUnavailableException("it does not answer", e);
    } catch (RuntimeException e) {
      // no cause: whatever was not understood may hold a key, and so may its message
      throw new KeyKeeperUnavailableException(
          "its answer or our token cannot be read (" + e.getClass().getSimpleName() + ")", null);
    }
  }

  private static RuntimeException refusal(VaultException failure) {
    if (!(failure.getCause() instanceof HttpStatusCodeException http)) {
      return new KeyKeeperUnavailableException("its answer cannot be read", null);
    }
    return http.getStatusCode().isSameCodeAs(HttpStatus.BAD_REQUEST)
        ? new TransitRefusalException()
        : new KeyKeeperUnavailableException("it answers " + http.getStatusCode().value(), null);
  }

  /** Vault found fault with the request: an unknown key, or bytes that it does not open. */
  static final class TransitRefusalException extends RuntimeException {

    private static final long serialVersionUID = 1L;
  }
}
