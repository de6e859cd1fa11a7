package io.inboxport.inmemory;

import io.inboxport.call.InboxWrite;
import java.time.Instant;

/** Write that the server executes some time after its arrival. */
record DelayedWrite(InboxWrite write, Instant due) {}
