package io.appofapps.confluence.copilot;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.TypeIdResolver;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.JSONRPCResponse.JSONRPCError;
import java.io.IOException;

/** How messages of the protocol are read and written, where the SDK's own way would not do. */
final class McpJson {

  /** All that a client learns of what nobody expected. */
  static final String FAILED =
      "This cannot be answered. Either the parameters are not as the protocol has them, or"
          + " something failed: then Confluence's log says more.";

  private McpJson() {}

  static JsonMapper mapper() {
    return JsonMapper.builder()
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .addHandler(new NothingRepeated())
        .addModule(
            new SimpleModule()
                .addSerializer(new ErrorAnswer())
                .addSerializer(new ErrorInAnswer())
                .addDeserializer(String.class, new OneLine()))
        .build();
  }

  /** The SDK logs what clients say of themselves, where a line break would begin a forged line. */
  private static final class OneLine extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    private OneLine() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser json, DeserializationContext context) throws IOException {
      String text = json.getValueAsString();
      return text == null
          ? (String) context.handleUnexpectedToken(String.class, json)
          : Untrusted.line(text, Untrusted.LONGEST);
    }
  }

  /**
   * Jackson says what it was sent, and the SDK logs that: a line break would begin a forged line.
   */
  private static final class NothingRepeated extends DeserializationProblemHandler {

    private static JsonProcessingException mismatch(JsonParser json, Class<?> wanted) {
      return MismatchedInputException.from(json, wanted, "A value is of another type than wanted");
    }

    @Override
    public Object handleMissingInstantiator(
        DeserializationContext context,
        Class<?> wanted,
        ValueInstantiator instantiator,
        JsonParser json,
        String message)
        throws IOException {
      throw mismatch(json, wanted);
    }

    @Override
    public Object handleWeirdStringValue(
        DeserializationContext context, Class<?> wanted, String value, String message)
        throws IOException {
      throw mismatch(context.getParser(), wanted);
    }

    @Override
    public JavaType handleUnknownTypeId(
        DeserializationContext context,
        JavaType base,
        String id,
        TypeIdResolver resolver,
        String message)
        throws IOException {
      throw mismatch(context.getParser(), base.getRawClass());
    }
  }

  /** The SDK writes its exceptions as they are, with their stack; here only what they say. */
  private static final class ErrorAnswer extends StdSerializer<McpError> {

    private static final long serialVersionUID = 1L;

    private ErrorAnswer() {
      super(McpError.class);
    }

    @Override
    public void serialize(McpError error, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeStartObject();
      json.writeStringField("jsonrpc", "2.0");
      json.writeNullField("id");
      json.writeFieldName("error");
      write(error.getJsonRpcError(), json);
      json.writeEndObject();
    }
  }

  /** The SDK tells clients what any exception says; that is of the inside, and they need it not. */
  private static final class ErrorInAnswer extends StdSerializer<JSONRPCError> {

    private static final long serialVersionUID = 1L;

    private ErrorInAnswer() {
      super(JSONRPCError.class);
    }

    @Override
    public void serialize(JSONRPCError error, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      write(error, json);
    }
  }

  private static void write(JSONRPCError error, JsonGenerator json) throws IOException {
    boolean unexpected = error.code() == McpSchema.ErrorCodes.INTERNAL_ERROR;
    json.writeStartObject();
    json.writeNumberField("code", error.code());
    json.writeStringField("message", unexpected ? FAILED : error.message());
    json.writeEndObject();
  }
}
