/**
 * Turns the raw bytes of a webhook into a verified event: {@link
 * io.inboxport.webhook.WebhookReceiver} is what a server calls.
 *
 * <p>The vendor signs a webhook and documents nothing of its data. So an event says that something
 * happened to a conversation; what is true is fetched again by id. What to do with an event, and
 * how often it came, does not belong here.
 */
@NullMarked
package io.inboxport.webhook;

import org.jspecify.annotations.NullMarked;
