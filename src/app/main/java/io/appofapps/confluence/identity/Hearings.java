package io.appofapps.confluence.identity;

import java.util.ArrayList;
import java.util.List;

/** The identities of a person, each to be judged by itself; one that may is enough. */
final class Hearings {

  private final List<Hearing> all = new ArrayList<>();

  private record Hearing(Judge judge, Identity identity) {}

  void add(Judge judge, Identity identity) {
    all.add(new Hearing(judge, identity));
  }

  /** The first grant; else what speaks loudest against it; else that. */
  Reason outcome(String resource, String action, String object, Reason otherwise) {
    Reason loudest = otherwise;
    for (Hearing each : all) {
      Reason reason = each.judge().judge(each.identity(), resource, action, object);
      if (reason instanceof Reason.Granted) {
        return reason;
      }
      if (weight(reason) > weight(loudest)) {
        loudest = reason;
      }
    }
    return loudest;
  }

  /** What takes a right away weighs more than what only says no. */
  private static int weight(Reason reason) {
    if (reason instanceof Reason.Denied denied) {
      return denied.overruled().isPresent() ? 3 : 1;
    }
    return reason instanceof Reason.Unreadable ? 2 : 0;
  }
}
