/**
 * The inbox over the REST API: {@link io.inboxport.http.HttpInboxGateway}, what it is built from,
 * and the request budget.
 *
 * <p>Speaking HTTP belongs here, reading answers tolerantly, limits, retries and their safety.
 * Rules of the domain do not, and no type of Retrofit, Jackson or Resilience4j is in a public
 * signature.
 */
@NullMarked
package io.inboxport.http;

import org.jspecify.annotations.NullMarked;
