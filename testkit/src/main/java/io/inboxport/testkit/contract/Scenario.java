package io.inboxport.testkit.contract;

import java.util.Objects;

/**
 * One behaviour that every gateway has: a stable id, a sentence, and a body that shows it.
 *
 * <p>Immutable and thread-safe. Runs without JUnit; what it needs is a fresh subject each time.
 */
public final class Scenario {
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
