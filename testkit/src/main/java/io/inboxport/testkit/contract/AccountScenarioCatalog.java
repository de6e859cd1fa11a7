package io.inboxport.testkit.contract;

import java.util.List;
import java.util.stream.Stream;

/** Catalog of the account scenarios. */
public final class AccountScenarioCatalog {
  private static final List<AccountScenario> ALL =
      Stream.of(
              TagDefinitionScenarios.all(),
              ResponseScenarios.all(),
              PeopleScenarios.all(),
              AccountFaultScenarios.all())
          .flatMap(List::stream)
          .toList();

  private AccountScenarioCatalog() {}

  /** Returns all of them, in an order that does not change. */
  public static List<AccountScenario> all() {
    return ALL;
  }
}
