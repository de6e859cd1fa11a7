package io.inboxport.salesforce;

import io.inboxport.text.TextLimit;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Salesforce case to create for a conversation, or to update if it has one.
 *
 * <p>What is left out is not sent; whether an update then keeps the old value is not documented.
 *
 * <p>Immutable and thread-safe: every method returns a new case.
 */
public final class SalesforceCase {
  private final IntegrationId integration;
  private final @Nullable SalesforceUserId owner;
  private final @Nullable SalesforceContactId contact;
  private final @Nullable String description;

  private SalesforceCase(
      IntegrationId integration,
      @Nullable SalesforceUserId owner,
      @Nullable SalesforceContactId contact,
      @Nullable String description) {
    this.integration = Objects.requireNonNull(integration, "integration");
    this.owner = owner;
    this.contact = contact;
    this.description = description;
  }

  /** A case made through this integration, with nothing else said. */
  public static SalesforceCase through(IntegrationId integration) {
    return new SalesforceCase(integration, null, null, null);
  }

  /** The same case, with this owner. */
  public SalesforceCase ownedBy(SalesforceUserId newOwner) {
    return new SalesforceCase(
        integration, Objects.requireNonNull(newOwner, "owner"), contact, description);
  }

  /** The same case, for this Salesforce contact. */
  public SalesforceCase about(SalesforceContactId newContact) {
    return new SalesforceCase(
        integration, owner, Objects.requireNonNull(newContact, "contact"), description);
  }

  /**
   * The same case, described so.
   *
   * @throws IllegalArgumentException when the text is blank or has more than 10,000 code points, or
   *     is not {@linkplain io.inboxport.text.WellFormedText well-formed}
   */
  public SalesforceCase describedAs(String newDescription) {
    return new SalesforceCase(
        integration, owner, contact, TextLimit.CASE_DESCRIPTION.check(newDescription));
  }

  /** The integration the case is made through. */
  public IntegrationId integration() {
    return integration;
  }

  /** The owner of the case; empty if nothing is said. */
  public Optional<SalesforceUserId> owner() {
    return Optional.ofNullable(owner);
  }

  /** The Salesforce contact the case is about; empty if nothing is said. */
  public Optional<SalesforceContactId> contact() {
    return Optional.ofNullable(contact);
  }

  /** The description; empty if nothing is said. */
  public Optional<String> description() {
    return Optional.ofNullable(description);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SalesforceCase that
        && integration.equals(that.integration)
        && Objects.equals(owner, that.owner)
        && Objects.equals(contact, that.contact)
        && Objects.equals(description, that.description);
  }

  @Override
  public int hashCode() {
    return Objects.hash(integration, owner, contact, description);
  }

  /** Names the ids; never the description. */
  @Override
  public String toString() {
    return "SalesforceCase[" + integration + ", owner=" + owner + ", contact=" + contact + "]";
  }
}
