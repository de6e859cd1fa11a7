package io.inboxport.inmemory;

import io.inboxport.account.Identity;
import io.inboxport.call.CallSubject;
import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.AccountUser;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.ProfileStatus;
import io.inboxport.port.AccountGateway;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Inbox in memory: a twin of the server, for tests and demonstrations. It {@linkplain #receive
 * receives} items, answers as the server does, fails as {@link #faults()} plans, and tells what was
 * {@linkplain #replies sent}.
 *
 * <p>A new one has the account {@code 001000000000001} with two users, {@code 00A000000000001} who
 * makes the calls and {@code 00A000000000002}, and nothing else. Ids are counted from {@code
 * eit000000000001}, {@code eat000000000001} and {@code etg000000000001} on. If the vendor leaves
 * open what the server does, {@link ServerBehavior} decides. Times are cut to the second, as the
 * server's are.
 *
 * <p>Thread-safe: every call sees and makes one whole state, as if the calls came one after
 * another. Reads never wait. Nothing sleeps and nothing needs closing.
 */
public final class InMemoryInboxGateway implements InboxGateway {
  private final Clock clock;
  private final FaultPlan faults;
  private final FaultChannel channel;
  private final WriteAttempts attempts = new WriteAttempts();
  private final TwinWebhooks webhooks = new TwinWebhooks();
  private final Object changing = new Object();
  private final AccountGateway account = new InMemoryAccountGateway(new Access());
  private volatile ServerBehavior behavior;
  private volatile InboxState state = AccountIdentity.initialState();

  private InMemoryInboxGateway(Builder builder) {
    this.clock = builder.clock;
    this.behavior = builder.behavior;
    this.faults = new FaultPlan(clock);
    this.channel = new FaultChannel(faults);
  }

  /** Returns a gateway with the system's clock and the documented behavior. */
  public static InMemoryInboxGateway create() {
    return builder().build();
  }

  /** Starts building a gateway. */
  public static Builder builder() {
    return new Builder();
  }

  // What the account has, and what comes in from outside.

  /**
   * Receives an item, and returns its id.
   *
   * @throws IllegalArgumentException when its id is taken
   */
  public ConversationId receive(InboundItem item) {
    return change(
            before -> {
              var after = InboundChanges.item(before, item, behavior, now());
              var received = after.newest().conversation();
              webhooks.happened(TwinHappening.received(received, now()));
              return after;
            })
        .newest()
        .key();
  }

  /**
   * Receives another text of the customer, as a message or a comment by the type of the item. Like
   * all inbound activity this opens a closed item.
   *
   * @throws IllegalArgumentException when there is no such conversation
   */
  public TimelineEntryId customerSays(ConversationId id, String text) {
    Objects.requireNonNull(text, "text");
    return change(
            before -> {
              var after = InboundChanges.activity(before, id, null, text, now());
              var item = InboundChanges.existing(after, id).conversation();
              webhooks.happened(TwinHappening.customerSaid(item, now()));
              return after;
            })
        .newestEntry(id)
        .id();
  }

  /**
   * Receives other activity on the network, such as a like or a share. Like all inbound activity
   * this opens a closed item.
   *
   * @throws IllegalArgumentException when there is no such conversation
   */
  public TimelineEntryId happens(ConversationId id, EntryType type, String content) {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(content, "content");
    return change(
            before -> {
              var after = InboundChanges.activity(before, id, type, content, now());
              webhooks.happened(TwinHappening.activity(id, now()));
              return after;
            })
        .newestEntry(id)
        .id();
  }

  /**
   * Adds an entry as it is to the newest end of a timeline, and changes nothing else. It rebuilds
   * what was recorded elsewhere, or plays another hand: with any author, such as user {@code 0}, or
   * without one, and with any time, or without one.
   *
   * @throws IllegalArgumentException when there is no such conversation, or the entry's id is taken
   */
  public void addEntry(ConversationId id, TimelineEntry entry) {
    change(before -> InboundChanges.recorded(before, id, entry));
  }

  /**
   * Deletes an entry, as another hand may. The timeline no longer shows it, and as a cursor it is
   * unknown. Its id stays taken, and nothing else changes: {@link #replies} still tells of it.
   *
   * @throws IllegalArgumentException when there is no such conversation, or no such entry in it
   */
  public void deleteEntry(ConversationId id, TimelineEntryId entry) {
    change(before -> InboundChanges.withoutEntry(before, id, entry));
  }

  /**
   * Edits the text of an entry, as another hand may. Nothing else changes.
   *
   * @throws IllegalArgumentException when there is no such conversation, or no such entry in it
   */
  public void editEntry(ConversationId id, TimelineEntryId entry, String content) {
    Objects.requireNonNull(content, "content");
    change(before -> InboundChanges.edited(before, id, entry, content));
  }

  /**
   * Deletes a conversation with its timeline, as another hand may. Every call about it then throws
   * {@code NotFound}, and what was sent from it can no longer be asked for.
   *
   * @throws IllegalArgumentException when there is no such conversation
   */
  public void deleteConversation(ConversationId id) {
    change(before -> before.without(InboundChanges.existing(before, id)));
  }

  /** Adds a user to the account, or renames the one with this id. */
  public void addUser(UserId id, String name, String email) {
    addUser(AccountUser.withId(id).name(name).email(email).build());
  }

  /** Adds a user to the account, or replaces the one with this id. */
  public void addUser(AccountUser user) {
    Objects.requireNonNull(user, "user");
    change(before -> before.with(before.directory().with(user)));
  }

  /** Connects a profile on this network, from which replies can be sent. */
  public void addCredential(CredentialId id, Network network) {
    addProfile(ConnectedProfile.withId(id).network(network).status(ProfileStatus.VALID).build());
  }

  /** Connects a profile, or replaces the one with this id, such as by an invalid one. */
  public void addProfile(ConnectedProfile profile) {
    Objects.requireNonNull(profile, "profile");
    change(before -> before.with(before.directory().with(profile)));
  }

  /** Adds a canned response, or replaces the one with this id. */
  public void addResponse(CannedResponse response) {
    Objects.requireNonNull(response, "response");
    change(before -> before.with(before.directory().with(response)));
  }

  /** Activates a Salesforce integration. */
  public void addIntegration(IntegrationId id) {
    change(before -> before.with(before.directory().with(id)));
  }

  /** Adds a tag of this name and returns it, or the one that is there already. */
  public Tag addTag(TagName name) {
    var comparison = behavior.tagNames();
    return change(before -> before.withTag(name.value(), comparison)).tag(name.value(), comparison);
  }

  // What was sent.

  /**
   * The replies sent so far, first to last, as the customer got them: without what the network
   * ignores, and without {@code droppingUnsupported()}, which is never sent.
   *
   * @throws IllegalArgumentException when there is no such conversation
   */
  public List<ReplyDraft> replies(ConversationId id) {
    return InboundChanges.existing(current(), id).sent().replies().toList();
  }

  /**
   * The notes added so far, first to last, those of assignments included.
   *
   * @throws IllegalArgumentException when there is no such conversation
   */
  public List<TimelineEntry> notes(ConversationId id) {
    var current = current();
    return current.timeline(InboundChanges.existing(current, id)).ofType(EntryType.NOTE);
  }

  /**
   * The Salesforce cases sent so far, first to last, each creating the case or updating it.
   *
   * @throws IllegalArgumentException when there is no such conversation
   */
  public List<SalesforceCase> cases(ConversationId id) {
    return InboundChanges.existing(current(), id).sent().cases().toList();
  }

  /**
   * The conversation as it stands now, with its tags. To look at it is no call: it meets no fault.
   *
   * @throws IllegalArgumentException when there is no such conversation
   */
  public Conversation conversation(ConversationId id) {
    return InboundChanges.existing(current(), id).conversation();
  }

  /**
   * The whole timeline as it stands now, first to last. To look at it is no call: it meets no
   * fault.
   *
   * @throws IllegalArgumentException when there is no such conversation
   */
  public List<TimelineEntry> entries(ConversationId id) {
    var current = current();
    return current.timeline(InboundChanges.existing(current, id)).all();
  }

  /**
   * The writes that callers attempted, also those that were declined or lost. What is received from
   * outside is none of them.
   */
  public WriteAttempts attempts() {
    // So that a write that is due by now shows as executed.
    var unused = current();
    return attempts;
  }

  // How it behaves.

  /** Returns the plan of the faults that the next calls meet. */
  public FaultPlan faults() {
    return faults;
  }

  /** Returns the webhooks that it sends; none until one is registered. */
  public TwinWebhooks webhooks() {
    return webhooks;
  }

  /** Returns the settings for all that the vendor leaves open. */
  public ServerBehavior behavior() {
    return behavior;
  }

  /** Changes the behavior from now on. */
  public void behave(ServerBehavior newBehavior) {
    behavior = Objects.requireNonNull(newBehavior, "behavior");
  }

  /** Returns the clock that it runs on. */
  @Override
  public Clock clock() {
    return clock;
  }

  /**
   * Returns all it holds now, with the writes that are {@linkplain Fault#executedLater executed
   * later}. Faults, behavior and clock are no part of it.
   */
  public TwinSnapshot snapshot() {
    return new TwinSnapshot(current());
  }

  /** Goes back to what this or another gateway held; faults, behavior and clock stay. */
  public void restore(TwinSnapshot snapshot) {
    change(before -> snapshot.state());
  }

  /**
   * Returns the port to the tags, canned responses, users and connected profiles of this account.
   * It shares the state, the faults, the behavior and the clock. Closing it does nothing.
   */
  public AccountGateway account() {
    return account;
  }

  /** The twin, as its second port sees it. */
  private final class Access implements InMemoryAccountGateway.TwinAccess {
    @Override
    public Clock clock() {
      return clock;
    }

    @Override
    public FaultChannel channel() {
      return channel;
    }

    @Override
    public ServerCall call(CallSubject subject) {
      return new ServerCall(subject, current(), behavior, now());
    }

    @Override
    public InboxState execute(DelayedWrite.Execution execution) {
      return InMemoryInboxGateway.this.change(
          before -> execution.of(before, behavior, clock.instant()));
    }

    @Override
    public InboxState change(UnaryOperator<InboxState> step) {
      return InMemoryInboxGateway.this.change(step);
    }
  }

  // The port.

  @Override
  public ConversationPage list(ConversationQuery query) {
    Objects.requireNonNull(query, "query");
    return channel.read(
        CallSubject.of(Operation.LIST),
        () -> PageQueries.list(serverCall(Operation.LIST, null), query),
        PageDamage::of);
  }

  @Override
  public Conversation get(ConversationId id) {
    Objects.requireNonNull(id, "id");
    return channel.read(
        CallSubject.of(Operation.GET, id), () -> current().item(Operation.GET, id).conversation());
  }

  @Override
  public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId olderThan) {
    Objects.requireNonNull(id, "id");
    return channel.read(
        CallSubject.of(Operation.TIMELINE, id),
        () -> PageQueries.timeline(serverCall(Operation.TIMELINE, id), id, olderThan),
        (fault, page) -> PageDamage.of(page));
  }

  @Override
  public Identity me() {
    return channel.read(CallSubject.of(Operation.ME), () -> AccountIdentity.caller(current()));
  }

  @Override
  public void setStatus(ConversationId id, Status status) {
    write(new InboxWrite.SetStatus(id, status));
  }

  @Override
  public Assignment assign(ConversationId id, UserId assignee, @Nullable String note) {
    write(new InboxWrite.Assign(id, assignee, note));
    return new Assignment(id, assignee);
  }

  @Override
  public TimelineEntry addNote(ConversationId id, String note) {
    return write(new InboxWrite.AddNote(id, note)).newestEntry(id);
  }

  @Override
  public List<Tag> replaceTags(ConversationId id, Collection<TagName> names) {
    return replaceTags(new InboxWrite.ReplaceTags(id, List.copyOf(names)), EmptyTags.SCALAR);
  }

  /**
   * Replaces the tags by none, as a client does that says so in this way. The {@linkplain
   * ServerBehavior#tagClearing() behavior} says which way clears. Faults of {@link
   * Operation#REPLACE_TAGS} meet this call too.
   *
   * @return the tags, of which there are none
   */
  public List<Tag> clearTags(ConversationId id, EmptyTags form) {
    return replaceTags(
        new InboxWrite.ReplaceTags(id, List.of()), Objects.requireNonNull(form, "form"));
  }

  private List<Tag> replaceTags(InboxWrite.ReplaceTags write, EmptyTags form) {
    if (write.names().isEmpty() && !behavior.tagClearing().takes(form)) {
      return channel.write(
          subjectOf(write),
          FaultOutcome.Doubt.about(write),
          () -> {
            var id = write.conversation();
            throw WriteChanges.notCleared(serverCall(write.operation(), id), id, form);
          },
          due -> {});
    }
    return write(write).item(write.conversation()).conversation().tags().orElse(List.of());
  }

  @Override
  public void reply(ConversationId id, ReplyDraft draft) {
    write(new InboxWrite.Reply(id, draft));
  }

  @Override
  public void createCase(ConversationId id, SalesforceCase salesforceCase) {
    write(new InboxWrite.CreateCase(id, salesforceCase));
  }

  private InboxState write(InboxWrite write) {
    return attempts.remember(
        write,
        clock.instant(),
        execution ->
            channel.write(
                subjectOf(write),
                FaultOutcome.Doubt.about(write),
                () -> execute(write, execution),
                due -> change(before -> before.with(delayed(write, due)))));
  }

  private static CallSubject subjectOf(InboxWrite write) {
    return CallSubject.of(write.operation(), write.conversation());
  }

  private static DelayedWrite delayed(InboxWrite write, Instant due) {
    return new DelayedWrite(
        write, (before, behavior, at) -> WriteExecution.of(write, before, behavior, at), due);
  }

  private InboxState execute(InboxWrite write, WriteAttempts.Execution execution) {
    return change(
        before -> {
          var at = clock.instant();
          var after = WriteExecution.of(write, before, behavior, at);
          execution.happened(at);
          tell(write, before, after, at);
          return after;
        });
  }

  // One that changed nothing sends no webhook; then the state is the very same.
  @SuppressWarnings("ReferenceEquality")
  private void tell(InboxWrite write, InboxState before, InboxState after, Instant at) {
    if (after != before) {
      webhooks.happened(TwinHappening.written(write, at));
    }
  }

  private void executedLate(DelayedWrite late) {
    // What stands beside conversations sends no webhook.
    if (late.write() instanceof InboxWrite write) {
      attempts.executedLate(late);
      webhooks.happened(TwinHappening.written(write, late.due()));
    }
  }

  /** Returns the state after all that is due by now. */
  private InboxState current() {
    var current = state;
    return current.isOverdue(clock::instant) ? change(before -> before) : current;
  }

  /** Changes come one after another; what a change throws leaves everything as it was. */
  private InboxState change(UnaryOperator<InboxState> step) {
    InboxState after;
    synchronized (changing) {
      if (state.isOverdue(clock::instant)) {
        state = WriteExecution.ofOverdue(state, behavior, clock.instant(), this::executedLate);
      }
      after = step.apply(state);
      state = after;
    }
    webhooks.send(after);
    return after;
  }

  private ServerCall serverCall(Operation operation, @Nullable ConversationId id) {
    return new ServerCall(CallSubject.of(operation, id), current(), behavior, now());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** Builds an {@link InMemoryInboxGateway}; not thread-safe. */
  public static final class Builder {
    private Clock clock = Clock.systemUTC();
    private ServerBehavior behavior = ServerBehavior.documented();

    private Builder() {}

    /** Sets the clock that the gateway takes the time from, such as a {@link SettableClock}. */
    public Builder clock(Clock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /** Sets the behavior that the gateway starts with, for all that the vendor leaves open. */
    public Builder behavior(ServerBehavior behavior) {
      this.behavior = Objects.requireNonNull(behavior, "behavior");
      return this;
    }

    /** Builds the gateway. */
    public InMemoryInboxGateway build() {
      return new InMemoryInboxGateway(this);
    }
  }
}
