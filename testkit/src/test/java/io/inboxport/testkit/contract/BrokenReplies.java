package io.inboxport.testkit.contract;

import io.inboxport.call.InboxException.Rejected;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyContent;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.tag.TagReplacement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Gateways that reply and tag wrongly. */
final class BrokenReplies {
  static final List<BrokenGateway> ALL =
      List.of(
          replies(
              "sends a reply twice",
              "reply.is-sent-once",
              (sound, id, draft) -> {
                sound.reply(id, draft);
                sound.reply(id, draft);
              }),
          replies(
              "replies on a closed item",
              "reply.refuses-a-closed-item",
              (sound, id, draft) -> {
                sound.setStatus(id, Status.OPEN);
                sound.reply(id, draft);
              }),
          replies(
              "closes what it replied to",
              "reply.leaves-the-item-open",
              (sound, id, draft) -> {
                sound.reply(id, draft);
                sound.setStatus(id, Status.CLOSED);
              }),
          replies(
              "cuts a reply of 10,001 characters",
              "reply.refuses-10001-characters",
              (sound, id, draft) ->
                  sound.reply(id, draft.message().length() == 10_001 ? cut(draft) : draft)),
          replies(
              "sends a message of its own in place of none",
              "reply.refuses-an-empty-message",
              (sound, id, draft) ->
                  sound.reply(id, draft.message().isEmpty() ? ReplyDraft.of("-") : draft)),
          replies(
              "loses the media",
              "reply.carries-several-media",
              (sound, id, draft) -> sound.reply(id, draft.without(Set.of(ReplyContent.MEDIA)))),
          replies(
              "turns the order of the media around",
              "reply.carries-several-media",
              (sound, id, draft) -> {
                var media = new ArrayList<>(draft.media());
                Collections.reverse(media);
                var turned = draft.without(Set.of(ReplyContent.MEDIA));
                for (var object : media) {
                  turned = turned.attaching(object);
                }
                sound.reply(id, turned);
              }),
          replies(
              "loses the parent comment",
              "reply.carries-the-parent-comment",
              (sound, id, draft) ->
                  sound.reply(id, draft.without(Set.of(ReplyContent.PARENT_COMMENT)))),
          replies(
              "replies from the default credential always",
              "reply.carries-the-credential",
              (sound, id, draft) -> sound.reply(id, ReplyDraft.of(draft.message()))),
          replies(
              "passes over a reply that the network does not take",
              "reply.instagram-takes-no-messages",
              (sound, id, draft) -> {
                try {
                  sound.reply(id, draft);
                } catch (Rejected ignored) {
                  return;
                }
              }),
          replies(
              "writes a reply down as a note",
              "reply.joins-the-timeline",
              (sound, id, draft) -> {
                sound.reply(id, draft);
                sound.addNote(id, draft.message());
              }),
          tags(
              "keeps a removed tag",
              "tags.replace-the-whole-set",
              (sound, id, names) -> {
                var all = new ArrayList<>(names);
                sound.get(id).tags().orElseThrow().forEach(t -> all.add(TagName.of(t.name())));
                return sound.replaceTags(id, all);
              }),
          tags(
              "takes an empty set for no change",
              "tags.are-cleared-by-an-empty-set",
              (sound, id, names) ->
                  names.isEmpty()
                      ? sound.get(id).tags().orElseThrow()
                      : sound.replaceTags(id, names)),
          tags(
              "sorts the tags",
              "tags.answer-in-the-order-given",
              (sound, id, names) ->
                  sound.replaceTags(id, names).stream()
                      .sorted(Comparator.comparing(Tag::name))
                      .toList()),
          tags(
              "repeats a tag that is given twice",
              "tags.fold-repeats",
              (sound, id, names) -> {
                var tags = sound.replaceTags(id, names);
                return names.stream().map(name -> named(tags, name)).toList();
              }),
          tags(
              "splits a tag at its comma",
              "tags.take-commas-and-brackets",
              (sound, id, names) ->
                  sound.replaceTags(
                      id,
                      names.stream()
                          .flatMap(name -> Arrays.stream(name.value().split(", ", -1)))
                          .map(TagName::of)
                          .toList())),
          tags(
              "takes ten tags at most",
              "tags.may-be-many",
              (sound, id, names) ->
                  sound.replaceTags(id, names.stream().distinct().limit(10).toList())),
          replies(
              "drops media that are too much for a form, and says nothing",
              "caller.too-many-fields-are-refused-first",
              (sound, id, draft) -> sound.reply(id, ReplyDraft.of(draft.message()))),
          tags(
              "drops tags that are too much for a form, and says nothing",
              "caller.too-many-tags-are-refused-first",
              (sound, id, names) -> sound.replaceTags(id, names.stream().limit(1000).toList())),
          tags(
              "tells what was added instead of what is there",
              "tags.answer-is-what-the-item-has",
              (sound, id, names) -> {
                var before = sound.get(id).tags().orElseThrow();
                var added =
                    TagReplacement.between(
                            before.stream().map(tag -> TagName.of(tag.name())).toList(), names)
                        .added();
                var after = sound.replaceTags(id, names);
                return added.stream().map(name -> named(after, name)).toList();
              }));

  private BrokenReplies() {}

  private static ReplyDraft cut(ReplyDraft draft) {
    return ReplyDraft.of(draft.message().substring(0, 10_000));
  }

  private static Tag named(List<Tag> tags, TagName name) {
    return tags.stream().filter(tag -> tag.name().equals(name.value())).findAny().orElseThrow();
  }

  private static BrokenGateway replies(String flaw, String caughtBy, Replying otherwise) {
    return new BrokenGateway(
        flaw,
        caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public void reply(ConversationId id, ReplyDraft draft) {
                otherwise.reply(sound, id, draft);
              }
            });
  }

  private static BrokenGateway tags(String flaw, String caughtBy, Tagging otherwise) {
    return new BrokenGateway(
        flaw,
        caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public List<Tag> replaceTags(ConversationId id, Collection<TagName> names) {
                return otherwise.tag(sound, id, names);
              }
            });
  }

  private interface Replying {
    void reply(InboxGateway sound, ConversationId id, ReplyDraft draft);
  }

  private interface Tagging {
    List<Tag> tag(InboxGateway sound, ConversationId id, Collection<TagName> names);
  }
}
