package io.inboxport.app.output;

import io.inboxport.directory.AccountUser;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.tag.Tag;
import java.util.Map;

/** JSON of what stands beside conversations. */
public final class DirectoryJson {
  private DirectoryJson() {}

  /** A tag. */
  public static Map<String, Object> tag(Tag tag) {
    return JsonOutput.object("id", tag.id().value(), "name", tag.name());
  }

  /** A user. */
  public static Map<String, Object> user(AccountUser user) {
    return JsonOutput.object(
        "id", user.id().value(),
        "name", user.name(),
        "email", user.email(),
        "role", user.role().text(),
        "timeZone", user.timeZone(),
        "lastLogin", user.lastLogin().map(Object::toString).orElse(null));
  }

  /** A connected profile, which the API calls a credential. */
  public static Map<String, Object> profile(ConnectedProfile profile) {
    return JsonOutput.object(
        "id", profile.id().value(),
        "network", profile.network().name(),
        "status", profile.status().text(),
        "name", profile.name(),
        "displayName", profile.displayName());
  }

  /** A canned response. */
  public static Map<String, Object> response(CannedResponse response) {
    return JsonOutput.object(
        "id", response.id().value(),
        "name", response.name(),
        "content", response.content(),
        "visibility", response.visibility().text());
  }
}
