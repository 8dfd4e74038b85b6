package io.moltrail.command.platform;

import io.moltrail.messages.Id;
import io.moltrail.web.consistency.ConsistencyTokens;
import io.moltrail.web.requests.Versions;
import io.moltrail.web.resources.Changed;
import java.net.URI;
import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Shapes what a command left in the log into an answer: ETag and consistency token. */
public final class Answers {

  private final ConsistencyTokens tokens;

  public Answers(ConsistencyTokens tokens) {
    this.tokens = tokens;
  }

  /** 201 with the whole new resource. */
  public <T> ResponseEntity<T> created(URI location, T resource, long version, Receipt receipt) {
    return ResponseEntity.created(location)
        .headers(token(receipt))
        .eTag(Versions.etag(version))
        .body(resource);
  }

  /** 202 with the whole new resource; the version is that of the aggregate it is a part of. */
  public <T> ResponseEntity<T> accepted(Id aggregate, T resource, Receipt receipt) {
    return ResponseEntity.accepted()
        .headers(token(receipt))
        .eTag(Versions.etag(receipt.version(aggregate).orElseThrow()))
        .body(resource);
  }

  /**
   * 200 with id and version; a change that changed nothing leaves the version that was expected.
   */
  public ResponseEntity<Changed> changed(Id aggregate, long expected, Receipt receipt) {
    long version = receipt.version(aggregate).orElse(expected);
    return ResponseEntity.ok()
        .headers(token(receipt))
        .eTag(Versions.etag(version))
        .body(new Changed(aggregate.value().toString(), version));
  }

  /** 204 with the version in the ETag, told as by {@link #changed}. */
  public ResponseEntity<Void> done(Id aggregate, OptionalLong expected, Receipt receipt) {
    HttpHeaders headers = token(receipt);
    receipt
        .version(aggregate)
        .map(OptionalLong::of)
        .orElse(expected)
        .ifPresent(version -> headers.setETag(Versions.etag(version)));
    return ResponseEntity.noContent().headers(headers).build();
  }

  /** Any other answer to something that appended. */
  public <T> ResponseEntity<T> of(HttpStatus status, T body, Receipt receipt) {
    return ResponseEntity.status(status).headers(token(receipt)).body(body);
  }

  private HttpHeaders token(Receipt receipt) {
    HttpHeaders headers = new HttpHeaders();
    receipt.place().ifPresent(place -> headers.set(ConsistencyTokens.HEADER, tokens.encode(place)));
    return headers;
  }
}
