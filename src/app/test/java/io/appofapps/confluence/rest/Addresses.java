package io.appofapps.confluence.rest;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Proxy;
import java.util.Map;

/** Addresses that somebody asked, as far as resources look at them. */
final class Addresses {

  private Addresses() {}

  /** One with these parameters; whatever is asked of it is answered by them. */
  static UriInfo query(Map<String, String> query) {
    MultivaluedMap<String, String> all = new MultivaluedHashMap<>(query);
    return (UriInfo)
        Proxy.newProxyInstance(
            Addresses.class.getClassLoader(), new Class<?>[] {UriInfo.class}, (p, m, a) -> all);
  }
}
