package io.moltrail.web.requests;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.json.JsonMapper;

/** Walks a document from one end to the other without building anything. */
final class Depth {

  private Depth() {}

  /**
   * @throws StreamReadException or StreamConstraintsException when it is not one well-formed
   *     document of that depth
   */
  static void check(JsonMapper json, String document, int deepest) {
    try (JsonParser parser = json.createParser(document)) {
      int depth = 0;
      int documents = 0;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        documents += depth == 0 ? 1 : 0; // a closing token comes at depth 1
        depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
        if (depth > deepest) {
          throw new StreamConstraintsException("nested deeper than " + deepest);
        }
        if (documents > 1) {
          throw new StreamReadException(parser, "more than one document");
        }
      }
      if (documents == 0) {
        throw new StreamReadException(parser, "no document");
      }
    }
  }
}
