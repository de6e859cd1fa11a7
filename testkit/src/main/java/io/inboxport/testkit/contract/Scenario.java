package io.inboxport.testkit.contract;

import io.inboxport.call.Operation;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One behaviour that every gateway has: a stable id, a sentence, and a body that shows it.
 *
 * <p>It is a behaviour of one {@linkplain #operation() operation}. What it needs besides is set up
 * and looked at behind the gateway, so that a broken operation fails its own scenarios only. The
 * few that {@linkplain #needs() need} another operation say so.
 *
 * <p>Immutable and thread-safe. Runs without JUnit; what it needs is a fresh subject each time.
 */
public final class Scenario {
  private final String id;
  private final String sentence;
  private final Body body;
  private final @Nullable Operation operation;
  private final Set<Operation> needs;

  private Scenario(
      String id, String sentence, Body body, @Nullable Operation operation, Set<Operation> needs) {
    this.id = Objects.requireNonNull(id, "id");
    this.sentence = Objects.requireNonNull(sentence, "sentence");
    this.body = body;
    this.operation = operation;
    this.needs = needs;
  }

  /** Creates a scenario of the operation that its topic is about. */
  static Scenario scenario(String id, String sentence, Body body) {
    var topic = id.substring(0, id.indexOf('.'));
    return new Scenario(id, sentence, body, operationOf(topic), Set.of());
  }

  /** Creates a scenario of this operation, whatever its topic is. */
  static Scenario scenario(Operation operation, String id, String sentence, Body body) {
    return new Scenario(id, sentence, body, operation, Set.of());
  }

  private static @Nullable Operation operationOf(String topic) {
    return switch (topic) {
      case "list" -> Operation.LIST;
      case "get" -> Operation.GET;
      case "status" -> Operation.SET_STATUS;
      case "timeline" -> Operation.TIMELINE;
      case "assign" -> Operation.ASSIGN;
      case "note" -> Operation.ADD_NOTE;
      case "tags" -> Operation.REPLACE_TAGS;
      case "reply" -> Operation.REPLY;
      case "case" -> Operation.CREATE_CASE;
      case "me" -> Operation.ME;
      default -> null;
    };
  }

  /** Returns the same scenario, which these operations must serve as well. */
  Scenario needing(Operation... others) {
    var all = EnumSet.noneOf(Operation.class);
    all.addAll(needs);
    all.addAll(Arrays.asList(others));
    return new Scenario(id, sentence, body, operation, Set.copyOf(all));
  }

  /** The stable id: {@code "list.filters-by-network"}. */
  public String id() {
    return id;
  }

  /** The topic, the first part of the id: {@code "list"}. */
  public String topic() {
    return id.substring(0, id.indexOf('.'));
  }

  /** The operation whose behaviour it is; empty if it is one of the gateway itself. */
  public Optional<Operation> operation() {
    return Optional.ofNullable(operation);
  }

  /** The operations besides that it cannot do without; mostly none. */
  public Set<Operation> needs() {
    return needs;
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
