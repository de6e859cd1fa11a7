package io.inboxport.testkit.contract;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One behaviour that every gateway has: a stable id, a sentence, and a body that shows it.
 *
 * <p>Immutable and thread-safe. Runs without JUnit; what it needs is a fresh subject each time.
 */
public final class Scenario {
  private static final List<Scenario> ALL =
      Stream.of(
              ListScenarios.ALL,
              GetScenarios.ALL,
              StatusScenarios.ALL,
              TimelineScenarios.ALL,
              AssignScenarios.ALL,
              NoteScenarios.ALL,
              TagScenarios.ALL,
              ReplyScenarios.ALL,
              ReplyTableScenarios.ALL,
              CaseScenarios.ALL,
              IdentityScenarios.ALL,
              IdScenarios.ALL,
              TextScenarios.ALL,
              FaultScenarios.ALL,
              ReconcileScenarios.ALL,
              CallerScenarios.ALL)
          .flatMap(List::stream)
          .toList();

  private final String id;
  private final String sentence;
  private final Body body;

  private Scenario(String id, String sentence, Body body) {
    this.id = Objects.requireNonNull(id, "id");
    this.sentence = Objects.requireNonNull(sentence, "sentence");
    this.body = body;
  }

  static Scenario scenario(String id, String sentence, Body body) {
    return new Scenario(id, sentence, body);
  }

  /** The whole contract, in the order of docs/fidelity.md. */
  public static List<Scenario> all() {
    return ALL;
  }

  /** The stable id: {@code "list.filters-by-network"}. */
  public String id() {
    return id;
  }

  /** The topic, the first part of the id: {@code "list"}. */
  public String topic() {
    return id.substring(0, id.indexOf('.'));
  }

  /** The behaviour in a sentence. */
  public String sentence() {
    return sentence;
  }

  /**
   * Shows the behaviour on this subject, which no other scenario has used.
   *
   * @throws AssertionError when the subject behaves differently, whatever it did instead; the
   *     message starts with the id and the sentence
   */
  public void run(ContractSubject subject) {
    try {
      body.play(new ScenarioStage(subject));
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError(this + System.lineSeparator() + failure, failure);
    }
  }

  /** The id and the sentence. */
  @Override
  public String toString() {
    return id + ": " + sentence + ".";
  }

  /** Body of a scenario. */
  interface Body {
    void play(ScenarioStage stage);
  }
}
