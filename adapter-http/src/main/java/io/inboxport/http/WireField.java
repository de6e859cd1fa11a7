package io.inboxport.http;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The fields of the API's answers that mean something here. */
enum WireField {
  RESULT("Result"),
  ERRORS("Errors"),
  CONVERSATIONS("Conversations"),
  CONVERSATION("Conversation"),
  TIMELINE("Timeline"),
  NOTE("Note"),
  ASSIGNMENT("Assignment"),
  TOTAL("Total"),
  ITEMS("Items"),
  ID("Id"),
  CREATED("Created"),
  MODIFIED("Modified"),
  STATUS("Status"),
  NETWORK("Network"),
  ITEM_TYPE("ItemType"),
  ASSIGNEE_ID("AssigneeId"),
  PROFILE_NAME("ProfileName"),
  TAGS("Tags"),
  TYPE("Type"),
  CONTENT("Content"),
  CREATED_BY("CreatedBy"),
  ITEM_ID("ItemId"),
  NAME("Name"),
  /** Name of a tag, as the vendor's list of tags calls it. */
  VALUE("Value"),
  USER("User"),
  TAG("Tag"),
  CANNED_RESPONSE("CannedResponse"),
  VISIBILITY("Visibility"),
  CREDENTIAL("Credential"),
  DISPLAY_NAME("DisplayName"),
  NETWORK_USERNAME("NetworkUsername"),
  ROLE("Role"),
  ACCOUNT("Account"),
  EMAIL("Email"),
  LAST_LOGIN("LastLogin"),
  ERROR("Error"),
  MESSAGE("Message"),
  /** Words of a server that speaks OAuth; its {@link #ERROR} is a code then. */
  ERROR_DESCRIPTION("error_description"),
  DETAIL("Detail"),
  DESCRIPTION("Description"),
  REASON("Reason"),
  TITLE("Title"),
  /** The time within a date of PHP that was written as an object. */
  DATE("date"),
  /** Zone of {@link #DATE}, and of a user. */
  TIMEZONE("timezone"),
  /** Whatever else there is. */
  OTHER("");

  // As the vendor writes them as a rule, and in lower case: there are both Id and ID.
  private static final Map<String, WireField> BY_NAME = byName();

  private final String name;

  WireField(String name) {
    this.name = name;
  }

  /** The field of this name, in any case. */
  static WireField of(String name) {
    var field = BY_NAME.get(name);
    return field == null ? BY_NAME.getOrDefault(name.toLowerCase(Locale.ROOT), OTHER) : field;
  }

  /** Returns whether this is the documented spelling: it wins over every other in an object. */
  boolean isSpelled(String spelling) {
    return name.equals(spelling);
  }

  /** Returns the documented spelling. */
  @Override
  public String toString() {
    return name;
  }

  private static Map<String, WireField> byName() {
    var byName = new HashMap<String, WireField>();
    for (var field : values()) {
      byName.put(field.name, field);
      byName.put(field.name.toLowerCase(Locale.ROOT), field);
    }
    return byName;
  }
}
