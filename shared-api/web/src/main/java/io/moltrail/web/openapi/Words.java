package io.moltrail.web.openapi;

import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a name means wherever it says nothing else itself: words.tsv, with a name (perhaps after the
 * schema's, which then wins), a sentence, and an example as JSON.
 */
final class Words {

  private record Word(String sentence, @Nullable Object example) {}

  private final Map<String, Word> words;

  private Words(Map<String, Word> words) {
    this.words = words;
  }

  static Words read() {
    try (InputStream in = Words.class.getResourceAsStream("words.tsv")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return new Words(
          text.lines()
              .map(it -> it.split("\t", -1))
              .collect(Collectors.toUnmodifiableMap(it -> it[0], it -> word(it[1], it[2]))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Word word(String sentence, String example) {
    return new Word(
        sentence, example.isEmpty() ? null : JsonMapper.shared().readValue(example, Object.class));
  }

  void describe(Parameter parameter) {
    Word word = words.get(parameter.getName());
    if (word != null && parameter.getDescription() == null) {
      parameter.setDescription(word.sentence());
    }
    if (word != null && parameter.getExample() == null) {
      parameter.setExample(word.example());
    }
  }

  void describe(String schema, String name, Schema<?> property) {
    Optional<Word> word =
        Optional.ofNullable(words.get(schema + "." + name))
            .or(() -> Optional.ofNullable(words.get(name)));
    if (property.getDescription() == null) {
      word.map(Word::sentence).ifPresent(property::setDescription);
    }
    if (property.getExample() == null && property.get$ref() == null) {
      byKind(property).or(() -> word.map(Word::example)).ifPresent(property::setExample);
    }
  }

  private static Optional<Object> byKind(Schema<?> property) {
    if (property.getEnum() != null) {
      return Optional.of(property.getEnum().getFirst());
    }
    return "date-time".equals(property.getFormat())
        ? Optional.of("2026-03-14T09:26:53.589Z")
        : Optional.empty();
  }
}
