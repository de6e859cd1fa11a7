package io.inboxport.testkit.contract;

import io.inboxport.call.Operation;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The contract of {@link io.inboxport.port.InboxGateway} as a JUnit class, for 5.13 or later and 6:
 * extend it, give it a fresh subject each time it asks, and every {@link Scenario} is a test. It
 * needs AssertJ beside JUnit.
 *
 * <p>It reports by operation: each has a test method of its own, whose tests are named by the ids
 * of the scenarios. Lifecycle methods of the subclass run around each scenario.
 */
public abstract class InboxGatewayContract {
  /** A subject that no scenario has used; what needs closing afterwards is up to the subclass. */
  protected abstract ContractSubject freshSubject();

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenariosOfList")
  @DisplayName("LIST")
  final void list(Scenario scenario) {
    scenario.run(freshSubject());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenariosOfGet")
  @DisplayName("GET")
  final void get(Scenario scenario) {
    scenario.run(freshSubject());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenariosOfTimeline")
  @DisplayName("TIMELINE")
  final void timeline(Scenario scenario) {
    scenario.run(freshSubject());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenariosOfMe")
  @DisplayName("ME")
  final void me(Scenario scenario) {
    scenario.run(freshSubject());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenariosOfSetStatus")
  @DisplayName("SET_STATUS")
  final void set_status(Scenario scenario) {
    scenario.run(freshSubject());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenariosOfAssign")
  @DisplayName("ASSIGN")
  final void assign(Scenario scenario) {
    scenario.run(freshSubject());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenariosOfAddNote")
  @DisplayName("ADD_NOTE")
  final void add_note(Scenario scenario) {
    scenario.run(freshSubject());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenariosOfReplaceTags")
  @DisplayName("REPLACE_TAGS")
  final void replace_tags(Scenario scenario) {
    scenario.run(freshSubject());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenariosOfReply")
  @DisplayName("REPLY")
  final void reply(Scenario scenario) {
    scenario.run(freshSubject());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenariosOfCreateCase")
  @DisplayName("CREATE_CASE")
  final void create_case(Scenario scenario) {
    scenario.run(freshSubject());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenariosOfTheGatewayItself")
  @DisplayName("the gateway itself")
  final void the_gateway_itself(Scenario scenario) {
    scenario.run(freshSubject());
  }

  static Stream<Arguments> scenariosOfList() {
    return named(ScenarioCatalog.of(Operation.LIST).stream());
  }

  static Stream<Arguments> scenariosOfGet() {
    return named(ScenarioCatalog.of(Operation.GET).stream());
  }

  static Stream<Arguments> scenariosOfTimeline() {
    return named(ScenarioCatalog.of(Operation.TIMELINE).stream());
  }

  static Stream<Arguments> scenariosOfMe() {
    return named(ScenarioCatalog.of(Operation.ME).stream());
  }

  static Stream<Arguments> scenariosOfSetStatus() {
    return named(ScenarioCatalog.of(Operation.SET_STATUS).stream());
  }

  static Stream<Arguments> scenariosOfAssign() {
    return named(ScenarioCatalog.of(Operation.ASSIGN).stream());
  }

  static Stream<Arguments> scenariosOfAddNote() {
    return named(ScenarioCatalog.of(Operation.ADD_NOTE).stream());
  }

  static Stream<Arguments> scenariosOfReplaceTags() {
    return named(ScenarioCatalog.of(Operation.REPLACE_TAGS).stream());
  }

  static Stream<Arguments> scenariosOfReply() {
    return named(ScenarioCatalog.of(Operation.REPLY).stream());
  }

  static Stream<Arguments> scenariosOfCreateCase() {
    return named(ScenarioCatalog.of(Operation.CREATE_CASE).stream());
  }

  static Stream<Arguments> scenariosOfTheGatewayItself() {
    return named(ScenarioCatalog.all().stream().filter(s -> s.operation().isEmpty()));
  }

  private static Stream<Arguments> named(Stream<Scenario> scenarios) {
    return scenarios.map(scenario -> Arguments.of(Named.of(scenario.id(), scenario)));
  }
}
