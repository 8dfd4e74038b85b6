package io.moltrail.web.requests;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.GenericHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads {@link Form}s and records in two steps: first whether it is JSON at all (400), then whether
 * its fields are as they must be (422), naming all that are not.
 */
final class FormConverter implements GenericHttpMessageConverter<Object> {

  private static final int DEEPEST = 32;

  private final JsonMapper json;
  private final Forms forms;

  FormConverter(JsonMapper json, Forms forms) {
    this.json = json;
    this.forms = forms;
  }

  @Override
  public Object read(Type type, @Nullable Class<?> context, HttpInputMessage message)
      throws IOException {
    ResolvableType target = ResolvableType.forType(type);
    String body = wellFormed(message);
    return target.toClass() == Form.class
        ? forms.judge(body, target.getGeneric(0).getType())
        : forms.judge(body, type).value();
  }

  /**
   * Reads it all once, building nothing: syntax, keys, depth, and that nothing follows. From bytes,
   * Jackson would guess the encoding; only UTF-8 is one (RFC 8259).
   */
  private String wellFormed(HttpInputMessage message) throws IOException {
    try (InputStream in = message.getBody()) {
      String body =
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in.readAllBytes())).toString();
      Depth.check(json, body, DEEPEST);
      return body;
    } catch (JacksonException | CharacterCodingException e) {
      throw new HttpMessageNotReadableException("not well-formed", e, message);
    }
  }

  @Override
  public boolean canRead(Type type, @Nullable Class<?> context, @Nullable MediaType media) {
    Class<?> target = ResolvableType.forType(type).toClass();
    return (target == Form.class || target.isRecord())
        && (media == null || media.equalsTypeAndSubtype(MediaType.APPLICATION_JSON));
  }

  @Override
  public boolean canRead(Class<?> type, @Nullable MediaType media) {
    return canRead(type, null, media);
  }

  @Override
  public boolean canWrite(@Nullable Type type, Class<?> clazz, @Nullable MediaType media) {
    return false;
  }

  @Override
  public boolean canWrite(Class<?> type, @Nullable MediaType media) {
    return false;
  }

  @Override
  public List<MediaType> getSupportedMediaTypes() {
    return List.of(MediaType.APPLICATION_JSON);
  }

  @Override
  public Object read(Class<?> type, HttpInputMessage message) throws IOException {
    return read(type, null, message);
  }

  @Override
  public void write(
      Object value, @Nullable Type type, @Nullable MediaType media, HttpOutputMessage out) {
    throw new HttpMessageNotWritableException("it only reads");
  }

  @Override
  public void write(Object value, @Nullable MediaType media, HttpOutputMessage out) {
    throw new HttpMessageNotWritableException("it only reads");
  }
}
