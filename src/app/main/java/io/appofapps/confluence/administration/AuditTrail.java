package io.appofapps.confluence.administration;

/** Where changes of administrators are told. */
public interface AuditTrail {

  /** Tells of a change that was made by the person of this request; never throws. */
  void record(Deed deed);
}
