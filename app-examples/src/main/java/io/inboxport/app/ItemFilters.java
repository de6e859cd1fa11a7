package io.inboxport.app;

import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import java.util.List;
import picocli.CommandLine.Option;

/** Filters by what an item is and where it came from, for each command that picks items. */
final class ItemFilters {
  @Option(
      names = "--type",
      split = VocabularyReader.LIST,
      splitSynopsisLabel = ",",
      paramLabel = "T",
      completionCandidates = VocabularyReader.ItemTypes.class,
      description = "Conversation, Post, Mention or Reply.")
  private List<ItemType> types = List.of();

  @Option(
      names = "--network",
      split = VocabularyReader.LIST,
      splitSynopsisLabel = ",",
      paramLabel = "N",
      completionCandidates = VocabularyReader.Networks.class,
      description = "Facebook, Twitter (or X), LinkedIn, Instagram, YouTube or TikTok.")
  private List<Network> networks = List.of();

  List<ItemType> types() {
    return types;
  }

  List<Network> networks() {
    return networks;
  }
}
