package io.appofapps.confluence.rest;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;

/** Query parameters of a request. */
final class FakeUri {

  private final MultivaluedMap<String, String> given = new MultivaluedHashMap<>();

  FakeUri with(String name, String value) {
    given.add(name, value);
    return this;
  }

  UriInfo info() {
    return (UriInfo)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {UriInfo.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("getQueryParameters")) {
                return given;
              }
              throw new AssertionError(method);
            });
  }
}
