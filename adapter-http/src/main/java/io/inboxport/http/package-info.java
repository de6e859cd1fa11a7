/** The inbox over the REST API. */
@NullMarked
package io.inboxport.http;

import org.jspecify.annotations.NullMarked;
