package io.inboxport.testkit.contract;

import io.inboxport.call.Operation;
import java.util.Objects;

/**
 * One behaviour that every account gateway has: a stable id, a sentence, and a body that shows it.
 * Each is a behaviour of one operation. The world is set up and looked at behind the gateway.
 *
 * <p>Immutable and thread-safe. Runs without JUnit; what it needs is a fresh subject each time.
 */
public final class AccountScenario {
  private final Operation operation;
  private final String id;
  private final String sentence;
  private final Body body;

  AccountScenario(Operation operation, String id, String sentence, Body body) {
    this.operation = Objects.requireNonNull(operation, "operation");
    this.id = Objects.requireNonNull(id, "id");
    this.sentence = Objects.requireNonNull(sentence, "sentence");
    this.body = body;
  }

  /** Returns the operation whose behaviour it is. */
  public Operation operation() {
    return operation;
  }

  /** Returns the stable id, such as {@code "tag-definitions.renames"}. */
  public String id() {
    return id;
  }

  /** Returns the behaviour in a sentence. */
  public String sentence() {
    return sentence;
  }

  /**
   * Shows the behaviour on this subject, which no other scenario has used.
   *
   * @throws AssertionError when the subject behaves differently, whatever it did instead; the
   *     message starts with the id and the sentence
   */
  public void run(AccountSubject subject) {
    try {
      body.play(new AccountScenarioStage(subject));
    } catch (AssertionError | RuntimeException failure) {
      throw new AssertionError(this + System.lineSeparator() + failure, failure);
    }
  }

  /** The id and the sentence. */
  @Override
  public String toString() {
    return id + ": " + sentence + ".";
  }

  /** Body of an account scenario. */
  interface Body {
    void play(AccountScenarioStage stage);
  }
}
