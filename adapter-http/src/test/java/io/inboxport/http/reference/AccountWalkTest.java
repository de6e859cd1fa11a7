package io.inboxport.http.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.directory.ListOrdering;
import io.inboxport.directory.ProfileQuery;
import io.inboxport.directory.ProfileStatus;
import io.inboxport.directory.ResponseDraft;
import io.inboxport.directory.ResponseId;
import io.inboxport.http.HttpInboxGateway;
import io.inboxport.http.SandboxGateways;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.port.AccountGateway;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.CredentialId;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import io.inboxport.testkit.sandbox.Dialect;
import io.inboxport.testkit.sandbox.Sandbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/**
 * Random steps over both ports of a twin and of the HTTP adapter at once: they answer alike, fail
 * alike, and hold the same afterwards.
 */
class AccountWalkTest {
  private static final long SEED = Long.getLong("inboxport.seed", new Random().nextLong());
  private static final List<String> NAMES =
      List.of("VIP", "vip", "Support", "\ud83c\udf89 A&B", "\u0130\u00df", "Z".repeat(64));
  private static final List<Fault> FAULTS =
      List.of(Fault.unheard(), Fault.lost(), Fault.garbled(), Fault.rejected(409, "No."));
  private static final ConversationId ITEM = ConversationId.of("eit000000000001");

  private final Map<String, Integer> ends = new TreeMap<>();

  @Test
  void the_twin_and_the_http_adapter_agree_after_every_step() {
    for (int walk = 0; walk < 24; walk++) {
      walk(new Random(SEED + walk), walk % 2 == 0 ? Dialect.documented() : Dialect.php());
    }

    for (var operation : Operation.ofAccount()) {
      assertThat(ends).as("seed %s", SEED).containsKey(operation + " success");
    }
    assertThat(ends)
        .as("seed %s", SEED)
        .containsKeys("RENAME_TAG OutcomeUnknown", "RENAME_TAG Rejected", "DELETE_TAG NotFound");
  }

  private void walk(Random random, Dialect dialect) {
    var clock = SettableClock.at(Instant.parse("2025-03-14T09:00:00Z"));
    var twin = InMemoryInboxGateway.builder().clock(clock).build();
    try (var sandbox = Sandbox.builder().empty().clock(clock).start();
        var gateway = SandboxGateways.unhurried(sandbox)) {
      sandbox.speak(dialect);
      List.of(twin, sandbox.twin()).forEach(AccountWalkTest::fill);
      for (int step = 0; step < 60; step++) {
        var operations = Operation.ofAccount();
        var operation = operations.get(random.nextInt(operations.size()));
        if (random.nextInt(8) == 0) {
          var fault = FAULTS.get(random.nextInt(FAULTS.size()));
          // As many as a gateway may try a read.
          int times = operation.isWrite() ? 1 : 3;
          twin.faults().inject(operation, fault);
          sandbox.twin().faults().inject(operation, fault, times);
        }
        var call = call(operation, random);
        var expected = outcome(operation, call, twin, twin.account());
        var actual = outcome(operation, call, gateway, gateway.account());
        assertThat(actual).as("seed %s, step %s: %s", SEED, step, operation).isEqualTo(expected);
        ends.merge(operation + " " + expected.get(0), 1, Integer::sum);
        twin.faults().clear();
        sandbox.twin().faults().clear();
        assertSame(step, twin, gateway, sandbox.twin());
      }
    }
  }

  private static void fill(InMemoryInboxGateway twin) {
    twin.receive(
        InboundItem.directMessage()
            .on(Network.FACEBOOK)
            .tagged(TagName.of("VIP"), TagName.of("Support")));
    for (var status : ProfileStatus.values()) {
      twin.addProfile(
          ConnectedProfile.withId(CredentialId.of("003-" + status))
              .network(status.equals(ProfileStatus.VALID) ? Network.FACEBOOK : Network.TIKTOK)
              .status(status)
              .build());
    }
  }

  private static void assertSame(
      int step, InMemoryInboxGateway twin, HttpInboxGateway gateway, InMemoryInboxGateway behind) {
    assertThat(behind.conversation(ITEM)).as("step %s", step).isEqualTo(twin.conversation(ITEM));
    assertThat(gateway.account().listTags(DirectoryQuery.all()))
        .as("step %s", step)
        .isEqualTo(twin.account().listTags(DirectoryQuery.all()));
    assertThat(gateway.account().listResponses(DirectoryQuery.all()))
        .as("step %s", step)
        .isEqualTo(twin.account().listResponses(DirectoryQuery.all()));
  }

  private static List<Object> outcome(
      Operation operation,
      BiFunction<InboxGateway, AccountGateway, Object> call,
      InboxGateway inbox,
      AccountGateway account) {
    try {
      return List.of("success", call.apply(inbox, account));
    } catch (InboxException e) {
      var told = new ArrayList<Object>(List.of(e.kind().label(), e.subject()));
      if (e instanceof InboxException.ChangeUnknown unknown) {
        told.add(unknown.write());
      }
      assertThat(e.operation()).isEqualTo(operation);
      return told;
    }
  }

  /** A call of the operation; each fourth tags the conversation as well, by the other port. */
  private static BiFunction<InboxGateway, AccountGateway, Object> call(
      Operation operation, Random random) {
    var tag = TagId.of("etg00000000000" + (1 + random.nextInt(4)));
    var name = NAMES.get(random.nextInt(NAMES.size()));
    var query = query(random, name);
    boolean tagsFirst = random.nextInt(4) == 0;
    var id = random.nextInt(3);
    return (inbox, account) -> {
      if (tagsFirst) {
        inbox.replaceTags(ITEM, List.of(TagName.of(name)));
      }
      return switch (operation) {
        case LIST_TAGS -> account.listTags(query);
        case GET_TAG -> account.getTag(tag);
        case RENAME_TAG -> {
          account.renameTag(tag, TagName.of(name));
          yield "renamed";
        }
        case DELETE_TAG -> {
          account.deleteTag(tag);
          yield "deleted";
        }
        case LIST_RESPONSES -> account.listResponses(query);
        case GET_RESPONSE -> account.getResponse(ResponseId.of("cnr00000000000" + (1 + id)));
        case CREATE_RESPONSE -> account.createResponse(ResponseDraft.shared(name, name + "\n1+1"));
        case LIST_USERS -> account.listUsers();
        case GET_USER -> account.getUser(UserId.of("00A00000000000" + (1 + id)));
        case LIST_CREDENTIALS ->
            account.listCredentials(id == 0 ? ProfileQuery.valid() : ProfileQuery.all());
        default ->
            account.getCredential(
                CredentialId.of("003-" + List.of("valid", "invalid", "x").get(id)));
      };
    };
  }

  private static DirectoryQuery query(Random random, String name) {
    var query = DirectoryQuery.all();
    query = random.nextBoolean() ? query.atMost(1 + random.nextInt(24)) : query;
    query = random.nextBoolean() ? query.page(random.nextInt(3)) : query;
    query = random.nextInt(3) == 0 ? query.matching(name) : query;
    return random.nextBoolean()
        ? query.inOrder(
            new ListOrdering(random.nextInt(4) == 0 ? "color" : "name", random.nextBoolean()))
        : query;
  }
}
