package io.appofapps.confluence.rest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What callers send. Read from the stream, so that the host's Jackson never meets the app's. */
final class Bodies {

  /** As much as a document may have. */
  static final int LIMIT = 1 << 20;

  // a mistake is told by its place, never by the text around it, which may be a secret
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private Bodies() {}

  /**
   * The body as a JSON object.
   *
   * @throws RefusedException 413 when it is too long, 400 when it is something else
   */
  static ObjectNode json(InputStream body) {
    String text = text(body);
    try {
      JsonNode read = MAPPER.readTree(text);
      if (read instanceof ObjectNode object) {
        return object;
      }
    } catch (JsonProcessingException e) {
      throw new RefusedException(400, "The body is not JSON" + place(e.getLocation()) + ".");
    }
    throw new RefusedException(400, "The body must be a JSON object.");
  }

  /** Maps and lists as a tree. */
  static ObjectNode tree(Map<String, Object> plain) {
    return MAPPER.valueToTree(plain);
  }

  /**
   * The body as text.
   *
   * @throws RefusedException 413 when it is too long, 400 when it is not UTF-8
   */
  static String text(InputStream body) {
    try {
      byte[] bytes = body.readNBytes(LIMIT + 1);
      if (bytes.length > LIMIT) {
        throw new RefusedException(413, "The body is longer than " + LIMIT + " bytes.");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RefusedException(400, "The body is not UTF-8.", e);
    } catch (IOException e) {
      throw new RefusedException(400, "The body ended too early.", e);
    }
  }

  private static String place(JsonLocation place) {
    return place == null
        ? ""
        : ": look at line " + place.getLineNr() + ", column " + place.getColumnNr();
  }
}
