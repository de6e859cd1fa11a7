package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.AccountScenarioStage.NO_TAG;
import static io.inboxport.testkit.contract.AccountScenarioStage.names;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.CallSubject;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Network;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.directory.ListOrdering;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.tag.TagName;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/** Scenarios of the tags of an account. */
final class TagDefinitionScenarios {
  private TagDefinitionScenarios() {}

  static List<AccountScenario> all() {
    return List.of(
        new AccountScenario(
            Operation.LIST_TAGS,
            "tag-definitions.lists-none-of-an-account-without-tags",
            "An account without tags lists none, and says that these are all",
            stage -> {
              var page = stage.gateway.listTags(DirectoryQuery.all());
              assertThat(page.items()).isEmpty();
              assertThat(page.truncated()).isFalse();
            }),
        new AccountScenario(
            Operation.LIST_TAGS,
            "tag-definitions.lists-id-and-name",
            "A list of tags tells the id and the name of each, whatever its letters",
            stage -> {
              var tags = stage.tags("Support", "VIP \ud83c\udf89", "a&b <c>", "\u0130\u00df");
              assertThat(stage.gateway.listTags(DirectoryQuery.all()).items())
                  .containsExactlyElementsOf(tags);
            }),
        new AccountScenario(
            Operation.LIST_TAGS,
            "tag-definitions.pages-follow-each-other",
            "Pages of tags hold each tag once, and each page tells the total",
            stage -> {
              stage.tags(IntStream.range(0, 5).mapToObj(i -> "Tag " + i).toArray(String[]::new));
              var query = DirectoryQuery.all().atMost(2);
              var seen = new HashSet<String>();
              for (int page = 0; page < 3; page++) {
                var found = stage.gateway.listTags(query.page(page));
                assertThat(found.total()).hasValue(5);
                assertThat(found.items()).hasSize(page < 2 ? 2 : 1);
                seen.addAll(names(found.items()));
              }
              assertThat(seen).hasSize(5);
              var behind = stage.gateway.listTags(query.page(9));
              assertThat(behind.items()).isEmpty();
              assertThat(behind.total()).hasValue(5);
              assertThat(behind.truncated()).isTrue();
            }),
        new AccountScenario(
            Operation.LIST_TAGS,
            "tag-definitions.orders-by-name",
            "Tags come in the order of their names if that is asked for",
            stage -> {
              stage.tags("Bravo", "Alpha", "Charlie");
              var byName = DirectoryQuery.all().inOrder(ListOrdering.byName());
              assertThat(names(stage.gateway.listTags(byName).items()))
                  .containsExactly("Alpha", "Bravo", "Charlie");
              var backwards = byName.inOrder(new ListOrdering("name", false));
              assertThat(names(stage.gateway.listTags(backwards).items()))
                  .containsExactly("Charlie", "Bravo", "Alpha");
            }),
        new AccountScenario(
            Operation.LIST_TAGS,
            "tag-definitions.finds-by-name",
            "A text finds the tags in whose name it is",
            stage -> {
              stage.tags("Support", "Supply & demand", "VIP");
              var found = stage.gateway.listTags(DirectoryQuery.all().matching("y & d"));
              assertThat(names(found.items())).containsExactly("Supply & demand");
              assertThat(found.total()).hasValue(1);
            }),
        new AccountScenario(
            Operation.LIST_TAGS,
            "tag-definitions.refuses-a-page-over-20",
            "A page of more than 20 tags is refused, since the vendor documents 20",
            stage ->
                stage.refuses(
                    Rejected.class,
                    CallSubject.of(Operation.LIST_TAGS),
                    () -> stage.gateway.listTags(DirectoryQuery.all().atMost(21)))),
        new AccountScenario(
            Operation.GET_TAG,
            "tag-definitions.gets-one",
            "One tag is told by its id",
            stage -> {
              var tag = stage.tags("Support", "VIP").get(1);
              assertThat(stage.gateway.getTag(tag.id())).isEqualTo(tag);
            }),
        new AccountScenario(
            Operation.GET_TAG,
            "tag-definitions.gets-no-unknown-one",
            "A tag that is not there is not found",
            stage ->
                stage.refuses(
                    NotFound.class,
                    CallSubject.ofAccount(Operation.GET_TAG, NO_TAG.value()),
                    () -> stage.gateway.getTag(NO_TAG))),
        new AccountScenario(
            Operation.RENAME_TAG,
            "tag-definitions.renames-everywhere",
            "A renamed tag has its new name in the list and on every conversation that has it",
            stage -> {
              var tag = stage.tags("Support", "VIP").get(0);
              var id =
                  stage.backstage.receive(
                      InboundItem.directMessage()
                          .on(Network.FACEBOOK)
                          .tagged(TagName.of("Support"), TagName.of("VIP")));
              stage.gateway.renameTag(tag.id(), TagName.of("Customer Support & Caf\u00e9"));
              assertThat(names(stage.backstage.tags()))
                  .containsExactly("Customer Support & Caf\u00e9", "VIP");
              assertThat(names(stage.backstage.conversation(id).tags().orElseThrow()))
                  .containsExactly("Customer Support & Caf\u00e9", "VIP");
            }),
        new AccountScenario(
            Operation.RENAME_TAG,
            "tag-definitions.renames-to-the-longest-name",
            "A name of 64 code points is taken whole",
            stage -> {
              var tag = stage.tags("Support").get(0);
              var longest = TagName.of("\ud83c\udf89".repeat(64));
              stage.gateway.renameTag(tag.id(), longest);
              assertThat(names(stage.backstage.tags())).containsExactly(longest.value());
            }),
        new AccountScenario(
            Operation.RENAME_TAG,
            "tag-definitions.renames-to-its-own-name",
            "A tag can be given the name that it has",
            stage -> {
              var tag = stage.tags("Support").get(0);
              stage.gateway.renameTag(tag.id(), TagName.of("Support"));
              assertThat(stage.backstage.tags()).containsExactly(tag);
            }),
        new AccountScenario(
            Operation.RENAME_TAG,
            "tag-definitions.refuses-the-name-of-another",
            "The name of another tag is refused with status 409",
            stage -> {
              var tag = stage.tags("Support", "VIP").get(0);
              var refused =
                  stage.refuses(
                      Rejected.class,
                      CallSubject.ofAccount(Operation.RENAME_TAG, tag.id().value()),
                      () -> stage.gateway.renameTag(tag.id(), TagName.of("VIP")));
              assertThat(refused.status()).isEqualTo(409);
            }),
        new AccountScenario(
            Operation.RENAME_TAG,
            "tag-definitions.renames-no-unknown-one",
            "A tag that is not there is not renamed",
            stage ->
                stage.refuses(
                    NotFound.class,
                    CallSubject.ofAccount(Operation.RENAME_TAG, NO_TAG.value()),
                    () -> stage.gateway.renameTag(NO_TAG, TagName.of("VIP")))),
        new AccountScenario(
            Operation.DELETE_TAG,
            "tag-definitions.deletes-everywhere",
            "A deleted tag leaves the list and every conversation, and its name is free again",
            stage -> {
              var tags = stage.tags("Support", "VIP");
              var id =
                  stage.backstage.receive(
                      InboundItem.directMessage()
                          .on(Network.FACEBOOK)
                          .tagged(TagName.of("Support"), TagName.of("VIP")));
              stage.gateway.deleteTag(tags.get(0).id());
              assertThat(stage.backstage.tags()).containsExactly(tags.get(1));
              assertThat(stage.backstage.conversation(id).tags().orElseThrow())
                  .containsExactly(tags.get(1));
              assertThat(stage.backstage.addTag(TagName.of("Support")).id())
                  .isNotEqualTo(tags.get(0).id());
            }),
        new AccountScenario(
            Operation.DELETE_TAG,
            "tag-definitions.deletes-once",
            "A tag that was deleted is not there to be deleted again",
            stage -> {
              var tag = stage.tags("Support").get(0);
              stage.gateway.deleteTag(tag.id());
              stage.refuses(
                  NotFound.class,
                  CallSubject.ofAccount(Operation.DELETE_TAG, tag.id().value()),
                  () -> stage.gateway.deleteTag(tag.id()));
            }));
  }
}
