/**
 * An HTTP/1.1 server for tests of clients, which misbehaves on the wire when it is told to: {@link
 * io.inboxport.testkit.http.HttpDoor}. It breaks off, stalls, drips, and sends what no request
 * asked for. It knows no API: a {@link io.inboxport.testkit.http.HttpHandler} answers.
 */
@NullMarked
package io.inboxport.testkit.http;

import org.jspecify.annotations.NullMarked;
