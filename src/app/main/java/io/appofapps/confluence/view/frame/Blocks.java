package io.appofapps.confluence.view.frame;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All kinds of blocks, by name. */
@Named
public class Blocks {

  private final Map<String, Block> byName;

  @Inject
  public Blocks(List<Block> all) {
    byName = all.stream().collect(Collectors.toUnmodifiableMap(Block::name, Function.identity()));
  }

  /** The block of that name; empty when there is none. */
  public Optional<Block> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
