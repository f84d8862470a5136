package io.appofapps.build.openapi;

import java.util.List;

/**
 * A method of a JAX-RS resource.
 *
 * @param id {@code resource.method}, for example {@code connections.list}
 * @param declared its class with the package and its name, {@code com.example.AResource.list}
 * @param verb of HTTP
 * @param path below the REST root, with names of path parameters in braces, {@code /admin/sets}
 * @param guard simple name of its access annotation, empty when it has none
 * @param consumes types of bodies, empty when it takes none
 * @param produces types of answers, empty when it says none
 * @param parameters of path and query
 */
record RestMethod(
    String id,
    String declared,
    String verb,
    String path,
    String guard,
    List<String> consumes,
    List<String> produces,
    List<Parameter> parameters) {

  /**
   * @param place {@code path} or {@code query}
   * @param type of JSON Schema
   * @param otherwise what holds without it, empty when there is no such value
   */
  record Parameter(String place, String name, String type, String otherwise) {}
}
