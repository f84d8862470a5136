package io.appofapps.devhost.web;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.eclipse.jetty.ee10.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Error pages that say what happened and nothing of the inside; the log has the rest. */
final class PlainErrors extends ErrorPageErrorHandler {

  PlainErrors() {
    setShowStacks(false);
    setShowCauses(false);
    setShowOrigin(false);
  }

  @Override
  protected boolean generateAcceptableResponse(
      Request request,
      Response response,
      Callback callback,
      String contentType,
      List<Charset> charsets,
      int code,
      String message,
      Throwable cause)
      throws IOException {
    String plain = cause == null ? message : HttpStatus.getMessage(code);
    return super.generateAcceptableResponse(
        request, response, callback, contentType, charsets, code, plain, null);
  }
}
