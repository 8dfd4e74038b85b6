package io.moltrail.acceptance.contract;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A path of the document, and which addresses it stands for. */
record Template(String path, Pattern pattern) {

  static Template of(String path) {
    String pattern =
        Arrays.stream(path.split("(?=\\{)|(?<=\\})"))
            .map(it -> it.startsWith("{") ? "[^/:]+" : Pattern.quote(it))
            .collect(Collectors.joining());
    return new Template(path, Pattern.compile(pattern));
  }

  boolean covers(String address) {
    return pattern.matcher(address).matches();
  }

  /** Fewer variables first: what is named is meant before what is only possible. */
  int variables() {
    return path.length() - path.replace("{", "").length();
  }
}
