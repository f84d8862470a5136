package io.appofapps.devhost.look;

/** Answers one address. */
@FunctionalInterface
public interface Action {

  void handle(Exchange exchange);
}
