package io.appofapps.devhost.rest;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** A resource that forgot to say who may call it. */
@Path("/unguarded")
public class UnguardedResource {

  @GET
  public String forgotten() {
    return "leaked";
  }
}
