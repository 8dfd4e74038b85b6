package io.moltrail.web.openapi;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whoever opens the address in a browser is shown the documentation. */
@Hidden
@RestController
final class FrontPage {

  @GetMapping("/")
  ResponseEntity<Void> documentation() {
    return ResponseEntity.status(HttpStatus.FOUND).location(URI.create("/docs")).build();
  }
}
